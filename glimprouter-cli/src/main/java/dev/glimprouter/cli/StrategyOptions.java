package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.expression.StrategyExpression;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** Who writes each step. */
final class StrategyOptions {

    private static final String TAU = "tau";

    @Option(
            names = "--strategy",
            paramLabel = "EXPR",
            defaultValue = "glimpse",
            description =
                    "glimpse (the default: large writes where the small model hesitates), "
                            + "small or large (one model alone, in one go), small-steps or large-steps "
                            + "(one model alone, step by step), or one of random, opening, "
                            + "overconfidence, loop, mixture, hysteresis, target-share, domain. "
                            + "With parameters, and joined by and, or, then: "
                            + "'glimpse(tau=0.5) or opening(2) or loop'. See docs/strategies.md.")
    String expression = "glimpse";

    @Option(
            names = "--tau",
            paramLabel = "NATS",
            description =
                    "Threshold of glimpse: large writes a step if H_init is at least this "
                            + "(default: 1.0; 0 sends every step to large, Infinity none).")
    @Nullable String tau;

    /**
     * The strategy that was asked for.
     *
     * @throws RequestException if a name or a parameter is unknown or has a wrong value
     */
    Strategy strategy() {
        StrategyExpression asked = StrategyExpression.parse(expression);
        return (tau == null ? asked : withTau(asked, tau)).strategy();
    }

    private StrategyExpression withTau(StrategyExpression asked, String nats) {
        if (!asked.takes(TAU)) {
            throw new RequestException(
                    "--tau has no meaning for the strategy %s: leave it out."
                            .formatted(Visible.line(expression)));
        }
        if (asked.gives(TAU)) {
            throw new RequestException(
                    "tau is given twice: leave out --tau, or the tau in --strategy.");
        }
        return asked.with(TAU, nats);
    }
}
