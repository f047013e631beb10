package dev.glimprouter.benchmarks.gateway;

import dev.glimprouter.benchmarks.Java;
import dev.glimprouter.benchmarks.Program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The other processes of a measurement. */
final class Processes {

    /** As the launcher starts {@code serve}. */
    private static final List<String> GATEWAY = List.of("-XX:+UseSerialGC", "-Xmx512m");

    private static final List<String> MODELS = List.of("-XX:+UseSerialGC", "-Xmx128m");

    private Processes() {}

    static Program upstream(int steps, int tokens) throws IOException {
        return Program.start(Java.command(MODELS, Upstream.class, "" + steps, "" + tokens));
    }

    static Program gateway(String strategy, String small, String large, String template)
            throws IOException {
        List<String> options = new ArrayList<>(GATEWAY);
        String more = System.getProperty("gateway.options", "");
        if (!more.isBlank()) {
            options.addAll(List.of(more.split(" ", -1)));
        }
        return Program.start(
                Java.command(options, GatewayProgram.class, strategy, small, large, template));
    }
}
