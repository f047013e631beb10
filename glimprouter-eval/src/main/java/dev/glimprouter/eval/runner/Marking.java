package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Graders;
import dev.glimprouter.eval.grade.code.CodeGrader;

/**
 * Grades the answers of an evaluation. Thread safe.
 *
 * @param name what the run's header says of it; a run goes on only under the same
 * @param code grades programs
 */
public record Marking(String name, CodeGrader code) {

    /** Programs stay unscored. */
    public static final Marking WITHOUT_CODE = new Marking("code off", CodeGrader.off());

    /** Programs are run. */
    public static Marking running(CodeGrader code) {
        String unguarded = code.unguarded().isEmpty() ? "" : ", not guarded: " + code.unguarded();
        return new Marking("code run" + unguarded, code);
    }

    /**
     * Grades an answer.
     *
     * @throws dev.glimprouter.error.GlimpRouterException if nothing can be graded any more
     */
    public Grade mark(Gold gold, String answer) {
        return gold instanceof Gold.Code program
                ? code.grade(answer, program)
                : Graders.of(gold).grade(answer);
    }
}
