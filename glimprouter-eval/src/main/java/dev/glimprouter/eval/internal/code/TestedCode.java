package dev.glimprouter.eval.internal.code;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.CodeTest;
import dev.glimprouter.eval.data.CodeTests;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.eval.grade.code.CodeGrader;
import dev.glimprouter.eval.grade.code.Guard;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Grades a program by its tests, one after another, up to the first that fails. */
public final class TestedCode implements CodeGrader {

    private final Sandbox sandbox;

    /** A grader that runs programs in a sandbox. */
    public TestedCode(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Set<Guard> unguarded() {
        return sandbox.unguarded();
    }

    @Override
    public Grade grade(String answer, Gold.Code gold) {
        Optional<String> code = CodeBlock.last(answer);
        if (code.isEmpty()) {
            return new Grade(
                    Mark.WRONG, Optional.empty(), "the answer has no fenced block of code");
        }
        CodeTests tests;
        try {
            tests = gold.tests().load();
        } catch (RequestException unreadable) {
            return Grade.unscored(code, "the tests cannot be read: " + unreadable.getMessage());
        }
        return grade(code.get(), tests);
    }

    private Grade grade(String code, CodeTests tests) {
        Program program = new Program(code, tests.function());
        int count = tests.tests().size();
        for (int i = 0; i < count; i++) {
            CodeTest test = tests.tests().get(i);
            String which = "test %d of %d".formatted(i + 1, count);
            switch (sandbox.run(program, test.input())) {
                case Ending.Done(String output) -> {
                    if (!agree(program, test.output(), output)) {
                        return wrong(code, "wrong: " + which + " has another result");
                    }
                }
                case Ending.Late _ -> {
                    return wrong(
                            code,
                            "time: %s took longer than %s s"
                                    .formatted(which, sandbox.wall().toMillis() / 1000.0));
                }
                case Ending.Failed(String error) -> {
                    return wrong(code, "runtime: " + which + " ended with " + error);
                }
                case Ending.Talkative _ -> {
                    return wrong(code, "wrong: " + which + " wrote too much");
                }
                case Ending.Lost(String said) -> {
                    return Grade.unscored(
                            Optional.of(code),
                            "%s could not be run (%s)%s".formatted(which, said, caution()));
                }
            }
        }
        return Grade.right(code, "%d of %d tests passed".formatted(count, count) + caution());
    }

    private Grade wrong(String code, String why) {
        return Grade.wrong(code, why + caution());
    }

    private static boolean agree(Program program, String expected, String actual) {
        return program.function().isPresent()
                ? Values.agree(expected, actual)
                : Outputs.agree(expected, actual);
    }

    private String caution() {
        return sandbox.unguarded().isEmpty()
                ? ""
                : sandbox.unguarded().stream()
                        .sorted()
                        .map(Guard::words)
                        .collect(Collectors.joining(", ", " (run without a guard on: ", ")"));
    }
}
