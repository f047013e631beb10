package dev.glimprouter.cli;

import dev.glimprouter.strategy.Strategy;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Optional;

/** Who writes each step. */
final class StrategyOptions {

    @Option(
            names = "--strategy",
            paramLabel = "EXPR",
            defaultValue = "glimpse",
            description =
                    "glimpse (the default: large writes where the small model hesitates), "
                            + "small or large (one model alone, in one go), small-steps or large-steps "
                            + "(one model alone, step by step). With parameters: glimpse(tau=0.5).")
    String expression = "glimpse";

    @Option(
            names = "--tau",
            paramLabel = "NATS",
            description =
                    "Threshold of glimpse: large writes a step if H_init is at least this "
                            + "(default: 1.0; 0 sends every step to large, Infinity none).")
    @Nullable String tau;

    /** The strategy that was asked for. */
    Strategy strategy() {
        return StrategyNames.strategy(expression, Optional.ofNullable(tau));
    }
}
