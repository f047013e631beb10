package dev.glimprouter.cli;

import dev.glimprouter.eval.runner.Attempts;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** How often, how many at a time, and where to. */
final class EffortOptions {

    @Option(
            names = "--repeats",
            paramLabel = "K",
            description = "Ask each question so often (default: ${DEFAULT-VALUE}).")
    int repeats = 1;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description =
                    "Ask so many questions at a time (default: ${DEFAULT-VALUE}). Seconds per"
                            + " question are told of 1 only, else the throughput.")
    int parallel = 1;

    @Option(
            names = "--attempts",
            paramLabel = "N",
            description =
                    "Ask a question again where a failure may pass, so often in all (default:"
                            + " ${DEFAULT-VALUE}); then it counts as failed.")
    int attempts = Attempts.DEFAULT.most();

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

    /** How often a question is asked before it counts as failed. */
    Attempts patience() {
        return new Attempts(attempts, Attempts.DEFAULT.pause(), Attempts.DEFAULT.longest());
    }
}
