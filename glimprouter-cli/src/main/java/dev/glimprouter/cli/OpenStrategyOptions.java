package dev.glimprouter.cli;

import dev.glimprouter.eval.calibrate.Tunable;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The strategy whose threshold is looked for. */
final class OpenStrategyOptions extends StrategyOptions {

    private static final String USUAL = "glimpse";

    @Option(
            names = "--strategy",
            order = -3,
            paramLabel = "EXPR",
            description =
                    "The strategy, without the number that is to be found: tau of glimpse (the"
                            + " default), hstep, pplstep, hysteresis and token-entropy, the"
                            + " threshold of judge, specreason, confspec and rsd, and others;"
                            + " joined with what leaves none open, as in 'glimpse or opening(2)'."
                            + " A rule is added by a plus: glimpse+speculative.")
    @Nullable String expression;

    /**
     * The strategy with its open number.
     *
     * @throws dev.glimprouter.error.RequestException if it cannot be read, or leaves none open, or
     *     several
     */
    Tunable tunable(StrategyText file, RouterConfig rules) {
        String text = expression != null ? expression : file.expression().orElse(USUAL);
        return Tunable.parse(text, rules);
    }
}
