package dev.glimprouter.eval.data;

/** Where the tests of a program are: they can be so large that they are read when they are run. */
@FunctionalInterface
public interface TestSource {

    /**
     * Reads the tests.
     *
     * @throws dev.glimprouter.error.RequestException if they cannot be read, with file and line
     */
    CodeTests load();
}
