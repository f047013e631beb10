package dev.glimprouter.benchmarks.gateway;

import dev.glimprouter.benchmarks.Program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The other processes of a measurement. */
final class Processes {

    /** As the launcher starts {@code serve}. */
    private static final List<String> GATEWAY = List.of("-XX:+UseSerialGC", "-Xmx512m");

    private static final List<String> MODELS = List.of("-XX:+UseSerialGC", "-Xmx128m");

    private Processes() {}

    static Program upstream(int steps, int tokens) throws IOException {
        return java(MODELS, Upstream.class, "" + steps, "" + tokens);
    }

    static Program gateway(String strategy, String small, String large, String template)
            throws IOException {
        List<String> options = new ArrayList<>(GATEWAY);
        String more = System.getProperty("gateway.options", "");
        if (!more.isBlank()) {
            options.addAll(List.of(more.split(" ")));
        }
        return java(options, GatewayProgram.class, strategy, small, large, template);
    }

    private static Program java(List<String> options, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return Program.start(command);
    }
}
