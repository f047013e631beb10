package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.study.StudyRules;
import dev.glimprouter.reasoning.Writer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How much is looked at, and where it is written. */
final class StudyWorkOptions extends AttemptsOption {

    @Option(
            names = "--steps",
            order = -3,
            paramLabel = "N",
            description =
                    "Have both models write at most the first N steps of a question (default:"
                            + " ${DEFAULT-VALUE}).")
    int steps = StudyRules.DEFAULT.steps();

    @Option(
            names = "--forks",
            order = -3,
            paramLabel = "N",
            description =
                    "Fork N steps of a question with high H_init and N with low; each takes two"
                            + " continuations to the answer (default: ${DEFAULT-VALUE}; 0 for none).")
    int forks = StudyRules.DEFAULT.forks();

    @Option(
            names = "--no-judge",
            order = -3,
            description = "Do not have the large model rate each step of the small one.")
    boolean unjudged;

    @Option(
            names = "--embedder",
            order = -3,
            paramLabel = "WHO",
            description =
                    "Whose hidden states tell how similar two versions of a step are: small (the"
                            + " default), large or none. In-process models only.")
    String embedder = "small";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The folder of the study file (default: studies/NAME of the dataset). A file"
                            + " that is there is gone on with.")
    @Nullable Path out;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Print the tables of a study file again, without models.")
    @Nullable Path from;

    /**
     * How much is looked at.
     *
     * @throws RequestException if a number is out of range, or nobody is called so
     */
    StudyRules rules() {
        return new StudyRules(steps, forks, !unjudged, embedder());
    }

    private Optional<Writer> embedder() {
        return switch (embedder.toLowerCase(Locale.ROOT)) {
            case "small" -> Optional.of(Writer.SMALL);
            case "large" -> Optional.of(Writer.LARGE);
            case "none" -> Optional.empty();
            default ->
                    throw new RequestException(
                            "--embedder is small, large or none, not '%s'.".formatted(embedder));
        };
    }

    /** The study file of a dataset. */
    Path file(String dataset, String name) {
        return Optional.ofNullable(out)
                .orElseGet(() -> Path.of("studies", EffortOptions.folderName(dataset)))
                .resolve(name);
    }
}
