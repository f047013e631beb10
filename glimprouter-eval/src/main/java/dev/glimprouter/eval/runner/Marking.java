package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Graders;
import dev.glimprouter.eval.grade.Reply;
import dev.glimprouter.eval.grade.code.CodeGrader;

/**
 * Grades the replies of an evaluation. Thread safe.
 *
 * @param name what the run's header says of it; a run goes on only under the same
 * @param code grades programs
 */
public record Marking(String name, CodeGrader code) {

    private static final String RULE = "answer, else last box of the reasoning; ";

    /** Programs stay unscored. */
    public static final Marking WITHOUT_CODE = new Marking(RULE + "code off", CodeGrader.off());

    /** Programs are run. */
    public static Marking running(CodeGrader code) {
        String unguarded = code.unguarded().isEmpty() ? "" : ", not guarded: " + code.unguarded();
        return new Marking(RULE + "code run" + unguarded, code);
    }

    /**
     * Grades a reply.
     *
     * @throws dev.glimprouter.error.GlimpRouterException if nothing can be graded any more
     */
    public Grade mark(Gold gold, Reply reply) {
        return gold instanceof Gold.Code program
                ? code.grade(reply.answer(), program)
                : Graders.grade(gold, reply);
    }
}
