package dev.glimprouter.eval.grade.code;

import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.internal.code.Sandbox;
import dev.glimprouter.eval.internal.code.TestedCode;

import java.util.Optional;
import java.util.Set;

/**
 * Grades programs by running them: code that a model wrote runs on this machine. Off unless asked
 * for.
 *
 * <p>Each test runs in a process of its own, which ends with the first test that fails. The reason
 * of a wrong grade begins with {@code wrong} (another output), {@code time} or {@code runtime} (it
 * ended with an error); it never tells what a test holds. Thread safe.
 */
public interface CodeGrader {

    /**
     * Runs the last fenced block of an answer against the tests.
     *
     * @return unscored where the tests cannot be read, or where running is off
     * @throws dev.glimprouter.error.SetupException if programs cannot be run at all any more
     * @throws dev.glimprouter.error.CancelledException if the thread is interrupted
     */
    Grade grade(String answer, Gold.Code gold);

    /** What is not guarded; empty unless the settings allow it. */
    Set<Guard> unguarded();

    /** Runs nothing: every program is unscored. */
    static CodeGrader off() {
        return new CodeGrader() {
            @Override
            public Grade grade(String answer, Gold.Code gold) {
                return Grade.unscored(
                        Optional.empty(), "running code is off: no program was tested");
            }

            @Override
            public Set<Guard> unguarded() {
                return Set.of();
            }
        };
    }

    /**
     * Runs programs behind limits. Before it returns, it tries every guard with a program that
     * attempts what it must not.
     *
     * @throws dev.glimprouter.error.SetupException if there is no Python, or if a guard cannot be
     *     kept and the settings do not allow that
     */
    static CodeGrader limited(CodeSettings settings) {
        return new TestedCode(Sandbox.open(settings));
    }
}
