package dev.glimprouter.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** How often, how many at a time, and where to. */
final class EffortOptions extends AttemptsOption {

    @Option(
            names = "--repeats",
            order = -3,
            paramLabel = "K",
            description = "Ask each question so often (default: ${DEFAULT-VALUE}).")
    int repeats = 1;

    @Option(
            names = "--parallel",
            order = -3,
            paramLabel = "N",
            description =
                    "Ask so many questions at a time (default: ${DEFAULT-VALUE}). Seconds per"
                            + " question are told of 1 only, else the throughput.")
    int parallel = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The folder of the run files, one for each strategy (default: runs/NAME of the"
                            + " dataset). Files that are there are gone on with.")
    @Nullable Path out;

    @Option(
            names = "--allow-code",
            description =
                    "Run the programs that models write, behind limits; without it programs are"
                            + " not graded.")
    boolean allowCode;

    /** The folder for a dataset. */
    Path folder(String dataset) {
        return Optional.ofNullable(out).orElseGet(() -> Path.of("runs", folderName(dataset)));
    }

    /** A dataset's name as that of a folder. */
    static String folderName(String dataset) {
        return dataset.replaceAll("[^A-Za-z0-9._-]+", "-");
    }
}
