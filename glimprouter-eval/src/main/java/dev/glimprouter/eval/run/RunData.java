package dev.glimprouter.eval.run;

import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.internal.digest.Sha256;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The questions of a run, as its header tells them.
 *
 * @param name of the dataset
 * @param sha256 checksum of the dataset's file
 * @param task the kind of answer that is asked for
 * @param selection which of its problems are asked
 * @param questions how many they are
 * @param questionsSha256 checksum of their ids and hashes, in order
 * @param publishable whether reports may show their texts
 * @param notes what a reader of results should know
 */
public record RunData(
        String name,
        String sha256,
        Task task,
        Selection selection,
        int questions,
        String questionsSha256,
        boolean publishable,
        List<String> notes) {

    /** Copies the notes. */
    public RunData {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(questionsSha256, "questionsSha256");
        notes = List.copyOf(notes);
    }

    /**
     * What there is to say about a dataset.
     *
     * @param asked the problems that are asked
     * @param selection how they were selected
     */
    public static RunData of(Dataset asked, Selection selection) {
        return new RunData(
                asked.name(),
                asked.sha256(),
                asked.task(),
                selection,
                asked.problems().size(),
                checksum(asked.problems()),
                asked.publishable(),
                asked.notes());
    }

    private static String checksum(List<Problem> problems) {
        return Sha256.of(
                problems.stream()
                        .map(problem -> problem.hash() + " " + problem.id() + "\n")
                        .collect(Collectors.joining()));
    }
}
