package dev.glimprouter.testkit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program of a test that runs in a process of its own, to be shut out or killed. Its test classes
 * are found below the working directory; what it writes to standard error is seen.
 *
 * @param main the class with the main method
 * @param needs one class of each library that it needs
 */
public record ChildProgram(Class<?> main, List<Class<?>> needs) {

    private static final String TEST_CLASSES = "target/test-classes";

    /** Copies the list. */
    public ChildProgram {
        needs = List.copyOf(needs);
    }

    /** Starts it; the caller ends it. */
    public Process start(String... arguments) throws IOException {
        String classPath =
                Stream.concat(Stream.of(TEST_CLASSES), needs.stream().map(ChildProgram::origin))
                        .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> command = Stream.of(java, "-cp", classPath, main.getName());
        return new ProcessBuilder(Stream.concat(command, Stream.of(arguments)).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The first line that it writes, "null" if it writes none; it is ended after that. */
    public String firstLine(String... arguments) throws IOException {
        Process process = start(arguments);
        try (BufferedReader out = process.inputReader()) {
            return String.valueOf(out.readLine());
        } finally {
            process.destroy();
        }
    }

    /** The jar or folder that a class was loaded from; a patched module names only its own. */
    private static String origin(Class<?> type) {
        String location = type.getProtectionDomain().getCodeSource().getLocation().toString();
        return Path.of(URI.create(location)).toString();
    }
}
