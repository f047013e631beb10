package dev.glimprouter.eval.internal.run;

import dev.glimprouter.eval.run.RunFailure;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

/** Why a question failed, as JSON. */
public final class FailureCodec {

    private FailureCodec() {}

    /** The fields of a failure. */
    public static ObjectNode encode(RunFailure failure) {
        return Json.object().put("kind", failure.kind()).put("message", failure.message());
    }

    /** The failure with these fields. */
    public static RunFailure decode(Fields from) {
        return new RunFailure(from.text("kind"), from.text("message"));
    }
}
