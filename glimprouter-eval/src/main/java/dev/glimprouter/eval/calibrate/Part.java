package dev.glimprouter.eval.calibrate;

import dev.glimprouter.strategy.Domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A threshold that was found for some questions.
 *
 * @param domain what they are about; empty for all questions
 * @param parameter what the threshold is called
 * @param threshold its value
 * @param reached whether the target was met: within the tolerance, or no loss shown
 * @param questions how many they are
 * @param rounds what was tried, in order
 */
public record Part(
        Optional<Domain> domain,
        String parameter,
        double threshold,
        boolean reached,
        int questions,
        List<Round> rounds) {

    /** Copies the list. */
    public Part {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(parameter, "parameter");
        rounds = List.copyOf(rounds);
    }

    /** The same for questions of a domain. */
    Part of(Domain about) {
        return new Part(Optional.of(about), parameter, threshold, reached, questions, rounds);
    }

    /** The round at the threshold that was found; the last of several. */
    public Round chosen() {
        return rounds.stream()
                .filter(round -> round.threshold() == threshold)
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
