package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.compare.ComparisonPlan;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.OptionalDouble;

/** How runs are compared. */
final class ComparisonOptions {

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            description =
                    "A loss up to this counts as none, such as 0.02 for two points; to be chosen"
                            + " before the runs are looked at.")
    @Nullable Double margin;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the bootstrap (default: ${DEFAULT-VALUE}).")
    long seed = ComparisonPlan.DEFAULT.seed();

    /**
     * What is fixed beforehand.
     *
     * @throws RequestException if the margin is no share
     */
    ComparisonPlan plan() {
        if (margin == null) {
            return new ComparisonPlan(OptionalDouble.empty(), seed);
        }
        if (!(margin > 0 && margin < 1)) {
            throw new RequestException(
                    "--margin is a share between 0 and 1, such as 0.02, not %s.".formatted(margin));
        }
        return new ComparisonPlan(OptionalDouble.of(margin), seed);
    }
}
