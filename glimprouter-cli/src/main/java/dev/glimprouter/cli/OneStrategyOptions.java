package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Calibrated;
import dev.glimprouter.cli.config.Config;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.expression.StrategyText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
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

    @Option(
            names = "--calibrated",
            order = -1,
            paramLabel = "FILE",
            description =
                    "The strategy of a profile that calibrate wrote, instead of --strategy and"
                            + " --tau. See docs/calibration.md.")
    @Nullable Path calibrated;

    /**
     * The profile that says the strategy; empty where it is written out.
     *
     * @throws RequestException if it cannot be read, or a strategy is named beside it
     */
    Optional<Calibrated> calibrated(Config file) {
        boolean written = expression != null || tau != null;
        if (calibrated == null) {
            return written ? Optional.empty() : file.calibrated();
        }
        if (written) {
            throw new RequestException(
                    "--calibrated brings its own strategy: leave out --strategy and --tau.");
        }
        return Optional.of(Calibrated.read(calibrated));
    }

    /** What holds where this is written beside the file and wins. */
    StrategyText over(StrategyText file) {
        return new StrategyText(Optional.ofNullable(expression), Optional.ofNullable(tau))
                .over(file);
    }
}
