package dev.glimprouter.trace.internal;

import dev.glimprouter.engine.EngineInfo;

import tools.jackson.databind.node.ObjectNode;

/** A model and its engine as JSON. */
public final class ModelCodec {

    private ModelCodec() {}

    /** The fields of a model. */
    public static ObjectNode encode(EngineInfo info) {
        return Json.object()
                .put("engine", info.engine())
                .put("build", info.build())
                .put("model", info.model())
                .put("vocabularySize", info.vocabularySize())
                .put("contextTokens", info.contextTokens())
                .put("contextBytes", info.contextBytes());
    }

    /** The model with these fields. */
    public static EngineInfo decode(Fields from) {
        return new EngineInfo(
                from.text("engine"),
                from.text("build"),
                from.text("model"),
                from.count("vocabularySize"),
                from.count("contextTokens"),
                from.wholeOrZero("contextBytes"));
    }
}
