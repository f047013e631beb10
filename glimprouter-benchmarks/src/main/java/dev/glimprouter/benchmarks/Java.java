package dev.glimprouter.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs this, for programs beside it. */
public final class Java {

    private Java() {}

    /** A tool of this Java, such as {@code jcmd}. */
    public static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /**
     * The command of another program of these benchmarks.
     *
     * @param heap most heap, as {@code -Xmx} takes it
     */
    public static List<String> command(String heap, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(tool("java"));
        command.add("-Xmx" + heap);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }
}
