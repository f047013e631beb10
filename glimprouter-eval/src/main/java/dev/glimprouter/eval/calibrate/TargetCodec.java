package dev.glimprouter.eval.calibrate;

import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

/** A target as JSON, its kind by the name of the option. */
final class TargetCodec {

    private static final String STEPS = "rate";
    private static final String TOKENS = "large-tokens";
    private static final String SECONDS = "seconds";
    private static final String NO_LOSS = "no-loss";

    private TargetCodec() {}

    static ObjectNode encode(Target target) {
        return switch (target) {
            case Target.NoLoss(double margin) -> of(NO_LOSS).put("margin", margin);
            case Target.Level level ->
                    of(kind(level))
                            .put("wanted", level.wanted())
                            .put("tolerance", level.tolerance());
        };
    }

    private static ObjectNode of(String kind) {
        return Json.object().put("kind", kind);
    }

    private static String kind(Target.Level level) {
        return switch (level) {
            case Target.Steps _ -> STEPS;
            case Target.Tokens _ -> TOKENS;
            case Target.Seconds _ -> SECONDS;
        };
    }

    static Target decode(Fields from) {
        String kind = from.text("kind");
        return switch (kind) {
            case NO_LOSS -> new Target.NoLoss(from.real("margin"));
            case STEPS -> new Target.Steps(from.real("wanted"), from.real("tolerance"));
            case TOKENS -> new Target.Tokens(from.real("wanted"), from.real("tolerance"));
            case SECONDS -> new Target.Seconds(from.real("wanted"), from.real("tolerance"));
            default -> throw new IllegalArgumentException("\"%s\" is no target".formatted(kind));
        };
    }
}
