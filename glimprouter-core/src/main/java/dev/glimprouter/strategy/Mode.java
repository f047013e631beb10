package dev.glimprouter.strategy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.reasoning.Writer;

/** By which protocol a reasoning is written. */
public enum Mode {
    /** Ours: one request a step, each model sees one {@code <think>}, no text is glued on. */
    CLEAN,
    /**
     * That of the published code, its defects included, so that results can be compared: a request
     * of its own for each glimpse, prompts with {@code <think><think>}, blank lines glued on.
     * (docs/official-mode.md)
     */
    OFFICIAL;

    /**
     * Requires that a strategy can be followed in this mode.
     *
     * @throws RequestException if the published code has no such strategy
     */
    public void require(Strategy strategy) {
        if (this == OFFICIAL && !isPublished(strategy)) {
            throw new RequestException(
                    "The official mode knows glimpse and large-steps alone, not %s: choose one of them, or the clean mode."
                            .formatted(strategy.name()));
        }
    }

    private static boolean isPublished(Strategy strategy) {
        return switch (strategy) {
            case ProbeThenDispatch(RoutingPolicy policy) -> policy instanceof EntropyThreshold;
            case SoloSteps(Writer writer) -> writer == Writer.LARGE;
            default -> false;
        };
    }
}
