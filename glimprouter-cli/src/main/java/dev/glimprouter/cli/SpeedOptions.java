package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.plan.Pace;
import dev.glimprouter.eval.plan.Speeds;
import dev.glimprouter.eval.plan.SpeedsFile;
import dev.glimprouter.reasoning.Writer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How fast the models of a plan are; each given value stands in for the measured one. */
final class SpeedOptions {

    private static final double MILLIS = 1e3;

    @Option(
            names = "--speeds",
            paramLabel = "FILE",
            description = "Both models' speeds, as doctor --json printed them.")
    @Nullable Path file;

    @Option(
            names = "--small-decode",
            paramLabel = "RATE",
            description = "Tokens a second that the small model writes.")
    @Nullable Double smallDecode;

    @Option(
            names = "--small-prefill",
            paramLabel = "RATE",
            description = "Tokens a second that the small model reads.")
    @Nullable Double smallPrefill;

    @Option(
            names = "--large-decode",
            paramLabel = "RATE",
            description = "Tokens a second that the large model writes.")
    @Nullable Double largeDecode;

    @Option(
            names = "--large-prefill",
            paramLabel = "RATE",
            description = "Tokens a second that the large model reads.")
    @Nullable Double largePrefill;

    @Option(
            names = "--glimpse-ms",
            paramLabel = "MS",
            description = "Milliseconds of a glimpse, beside reading and writing.")
    @Nullable Double glimpseMillis;

    @Option(
            names = "--overhead-ms",
            paramLabel = "MS",
            description = "Milliseconds of each reading, whatever its length: of each hand-over.")
    @Nullable Double overheadMillis;

    @Option(
            names = "--round-trip-ms",
            paramLabel = "MS",
            description = "Milliseconds of each request to a server.")
    @Nullable Double roundTripMillis;

    @Option(
            names = "--speed-ratio",
            paramLabel = "R,...",
            split = ",",
            description =
                    "Plan for a small model that is so many times as fast as the large one, reading"
                            + " likewise; one table for each.")
    List<Double> ratios = List.of();

    /**
     * The speeds.
     *
     * @param fitted those of timed runs
     * @param names what the models of the runs are called
     * @throws RequestException if a value has no meaning
     */
    Speeds over(Speeds fitted, Map<Writer, String> names) {
        Speeds speeds = file == null ? fitted : SpeedsFile.read(file).over(fitted, names);
        speeds =
                speeds.with(Writer.SMALL, pace(speeds.small(), "small", smallPrefill, smallDecode));
        speeds =
                speeds.with(Writer.LARGE, pace(speeds.large(), "large", largePrefill, largeDecode));
        if (glimpseMillis != null) {
            speeds = speeds.withGlimpseSeconds(seconds("--glimpse-ms", glimpseMillis));
        }
        if (roundTripMillis != null) {
            speeds = speeds.withRequestSeconds(seconds("--round-trip-ms", roundTripMillis));
        }
        ratios.forEach(ratio -> rate("--speed-ratio", ratio));
        return speeds;
    }

    private Pace pace(
            Pace fitted, String model, @Nullable Double prefill, @Nullable Double decode) {
        Pace pace = fitted;
        if (prefill != null) {
            pace = pace.withPrefillSpeed(rate("--%s-prefill".formatted(model), prefill));
        }
        if (decode != null) {
            pace = pace.withDecodeSpeed(rate("--%s-decode".formatted(model), decode));
        }
        return overheadMillis == null
                ? pace
                : pace.withPrefillSeconds(seconds("--overhead-ms", overheadMillis));
    }

    private static double rate(String option, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new RequestException("%s is above 0, not %s.".formatted(option, value));
        }
        return value;
    }

    private static double seconds(String option, double millis) {
        if (!(millis >= 0 && Double.isFinite(millis))) {
            throw new RequestException("%s is 0 or more, not %s.".formatted(option, millis));
        }
        return millis / MILLIS;
    }
}
