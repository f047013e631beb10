package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.llamacpp.internal.natives.NativeLibraries;
import dev.glimprouter.template.ChatTemplate;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts a class of these tests in a process of its own. */
final class ChildJvm {

    private ChildJvm() {}

    /** Standard error goes where this process's goes. */
    static Process start(Class<?> main, Object... arguments) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(java());
        words.addAll(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:+SuppressFatalErrorMessage",
                        "--enable-native-access=ALL-UNNAMED",
                        "--class-path",
                        classPath(main),
                        main.getName()));
        Stream.of(arguments).map(Object::toString).forEach(words::add);
        ProcessBuilder child = new ProcessBuilder(words);
        child.environment().put("GLIMPROUTER_LIB_DIR", libraries().toString());
        return child.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Waits for a line that begins with a word; null at the end of the output. */
    static String await(BufferedReader output, String word) throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith(word)) {
            line = output.readLine();
        }
        return String.valueOf(line);
    }

    /** The java command of this process. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The folder of these tests. */
    static String testClasses() {
        return Path.of("target", "test-classes").toAbsolutePath().toString();
    }

    private static Path libraries() {
        return NativeLibraries.local().locate(Optional.empty()).directory();
    }

    private static String classPath(Class<?> main) {
        List<String> folders = new ArrayList<>();
        for (Class<?> inside :
                List.of(
                        main,
                        LlamaEngine.class,
                        Engine.class,
                        ChatTemplate.class,
                        TinyGguf.class,
                        Assertions.class,
                        Assumptions.class)) {
            folders.add(folder(inside));
        }
        folders.add(testClasses());
        return String.join(File.pathSeparator, folders);
    }

    /** Where a class comes from. */
    static String folder(Class<?> inside) {
        try {
            return Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
