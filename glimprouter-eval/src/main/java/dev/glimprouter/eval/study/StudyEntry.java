package dev.glimprouter.eval.study;

import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.run.RunFailure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was seen of one question, or why nothing was.
 *
 * @param problem the question's id
 * @param hash checksum of the question's text
 * @param attempts how often it was asked until this came of it, from 1
 * @param grade of the answer of the followed strategy; empty where it failed
 * @param failure why there is nothing; empty where there is something
 * @param reasoningSteps how many steps the followed reasoning had, those that were not looked at
 *     included
 * @param steps the steps that both models wrote
 * @param forks the forks
 */
public record StudyEntry(
        String problem,
        String hash,
        int attempts,
        Optional<Grade> grade,
        Optional<RunFailure> failure,
        int reasoningSteps,
        List<StudiedStep> steps,
        List<Fork> forks) {

    /** Checks that there is a grade or a failure. */
    public StudyEntry {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(hash, "hash");
        steps = List.copyOf(steps);
        forks = List.copyOf(forks);
        if (grade.isPresent() == failure.isPresent()) {
            throw new IllegalArgumentException(problem + " needs either a grade or a failure");
        }
    }

    static StudyEntry failed(String problem, String hash, int attempts, RunFailure why) {
        return new StudyEntry(
                problem,
                hash,
                attempts,
                Optional.empty(),
                Optional.of(why),
                0,
                List.of(),
                List.of());
    }
}
