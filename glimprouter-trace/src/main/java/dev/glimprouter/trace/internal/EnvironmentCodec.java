package dev.glimprouter.trace.internal;

import dev.glimprouter.trace.Environment;

import tools.jackson.databind.node.ObjectNode;

/** Where a question was asked, as JSON. */
public final class EnvironmentCodec {

    private EnvironmentCodec() {}

    /** The fields of an environment. */
    public static ObjectNode encode(Environment environment) {
        return Json.object()
                .put("glimprouter", environment.glimprouter())
                .put("java", environment.java())
                .put("os", environment.os())
                .put("arch", environment.arch())
                .put("cores", environment.cores());
    }

    /** The environment with these fields. */
    public static Environment decode(Fields from) {
        return new Environment(
                from.text("glimprouter"),
                from.text("java"),
                from.text("os"),
                from.text("arch"),
                from.count("cores"));
    }
}
