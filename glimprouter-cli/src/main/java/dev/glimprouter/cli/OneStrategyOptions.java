package dev.glimprouter.cli;

import dev.glimprouter.strategy.expression.StrategyText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Optional;

/** Who writes each step. */
final class OneStrategyOptions extends StrategyOptions {

    @Option(
            names = "--strategy",
            order = -3,
            paramLabel = "EXPR",
            description =
                    "glimpse (the default: large writes where the small model hesitates), "
                            + "small or large (one model alone, in one go), small-steps or large-steps "
                            + "(one model alone, step by step), or one of random, opening, "
                            + "overconfidence, loop, mixture, hysteresis, target-share, domain, "
                            + "token-entropy. "
                            + "With parameters, and joined by and, or, then: "
                            + "'glimpse(tau=0.5) or opening(2) or loop'. See docs/strategies.md.")
    @Nullable String expression;

    @Option(
            names = "--tau",
            order = -2,
            paramLabel = "NATS",
            description =
                    "Threshold of glimpse: large writes a step if H_init is at least this "
                            + "(default: 1.0; 0 sends every step to large, Infinity none).")
    @Nullable String tau;

    /** What holds where this is written beside the file and wins. */
    StrategyText over(StrategyText file) {
        return new StrategyText(Optional.ofNullable(expression), Optional.ofNullable(tau))
                .over(file);
    }
}
