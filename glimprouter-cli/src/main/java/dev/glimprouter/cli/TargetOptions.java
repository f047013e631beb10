package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.calibrate.CalibrationPlan;
import dev.glimprouter.eval.calibrate.Target;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Objects;

/** What a threshold is wanted for. */
final class TargetOptions {

    private static final double USUAL_SHARE_TOLERANCE = 0.02;
    private static final double USUAL_SECONDS_PART = 0.05;

    @Option(
            names = "--rate",
            paramLabel = "SHARE",
            description = "So large a share of the steps is to be written by large, such as 0.3.")
    @Nullable Double rate;

    @Option(
            names = "--large-tokens",
            paramLabel = "SHARE",
            description =
                    "So large a share of all generated tokens is to be large's, its answers"
                            + " included.")
    @Nullable Double largeTokens;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "A question is to take so many seconds on average; asks one at a time.")
    @Nullable Double seconds;

    @Option(
            names = "--no-loss",
            paramLabel = "SHARE",
            description =
                    "As little of large's work as is shown to lose at most this share of the"
                            + " questions against large alone, such as 0.02 for two points; runs"
                            + " large, too.")
    @Nullable Double noLoss;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            description =
                    "How near is near enough: a share (default: 0.02), or seconds (default: 5 %%"
                            + " of those wanted).")
    @Nullable Double tolerance;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description =
                    "Try so many thresholds at most (default: ${DEFAULT-VALUE}); each asks all"
                            + " questions.")
    int rounds = CalibrationPlan.USUAL_ROUNDS;

    /**
     * What is wanted.
     *
     * @throws RequestException unless it is exactly one thing, in range
     */
    Target target() {
        int given =
                count(rate != null)
                        + count(largeTokens != null)
                        + count(seconds != null)
                        + count(noLoss != null);
        if (given != 1) {
            throw new RequestException(
                    "Say what is wanted, and one thing only: --rate, --large-tokens, --seconds or --no-loss.");
        }
        if (noLoss != null) {
            if (tolerance != null) {
                throw new RequestException(
                        "--no-loss has its margin and no tolerance: leave out --tolerance.");
            }
            return new Target.NoLoss(noLoss);
        }
        if (seconds != null) {
            return new Target.Seconds(
                    seconds, tolerance == null ? USUAL_SECONDS_PART * seconds : tolerance);
        }
        double near = tolerance == null ? USUAL_SHARE_TOLERANCE : tolerance;
        return rate != null
                ? new Target.Steps(rate, near)
                : new Target.Tokens(Objects.requireNonNull(largeTokens), near);
    }

    private static int count(boolean holds) {
        return holds ? 1 : 0;
    }
}
