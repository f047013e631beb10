package dev.glimprouter.eval.data;

import java.util.List;
import java.util.Optional;

/**
 * The tests that a program has to pass.
 *
 * @param function the method of the class {@code Solution} to call; empty for programs that read
 *     standard input and write standard output
 * @param tests the tests, in the order in which they are run
 */
public record CodeTests(Optional<String> function, List<CodeTest> tests) {

    /** Checks that there is a test, and that a function's name is a name of Python. */
    public CodeTests {
        tests = List.copyOf(tests);
        if (tests.isEmpty()) {
            throw new IllegalArgumentException("there are no tests");
        }
        if (!function.orElse("f").matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("the function's name is no name of Python");
        }
    }
}
