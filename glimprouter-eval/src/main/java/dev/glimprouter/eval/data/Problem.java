package dev.glimprouter.eval.data;

import dev.glimprouter.internal.digest.Sha256;

import java.util.List;
import java.util.Optional;

/**
 * One question of a dataset with its right answer.
 *
 * @param id unique in its dataset and the same on every read
 * @param text what the model is asked, without the task's instruction and without the options
 * @param options what a question of choice offers, in the order of the file, with A for the first;
 *     empty for every other question. {@link Posed} shuffles them
 * @param gold the right answer
 * @param subject what it is about, or how hard it is, as the dataset says
 * @param caveat why the dataset's own authors doubt its answer or tests, in the middle of a
 *     sentence
 */
public record Problem(
        String id,
        String text,
        List<String> options,
        Gold gold,
        Optional<String> subject,
        Optional<String> caveat) {

    /** Checks that nothing is blank and that a choice has its options. */
    public Problem {
        options = List.copyOf(options);
        if (id.isBlank()) {
            throw new IllegalArgumentException("a problem needs an id");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("problem " + id + " has no text");
        }
        if (!options.isEmpty() && !offers(options, gold)) {
            throw new IllegalArgumentException(
                    "problem " + id + " has options, and its answer is none of them");
        }
    }

    /** A question without options. */
    public Problem(String id, String text, Gold gold) {
        this(id, text, List.of(), gold, Optional.empty(), Optional.empty());
    }

    private static boolean offers(List<String> options, Gold gold) {
        return gold instanceof Gold.Choice(char letter)
                && letter >= 'A'
                && letter - 'A' < options.size();
    }

    /** The same about a subject. */
    public Problem withSubject(Optional<String> about) {
        return new Problem(id, text, options, gold, about, caveat);
    }

    /** The same with a doubt. */
    public Problem withCaveat(Optional<String> doubt) {
        return new Problem(id, text, options, gold, subject, doubt);
    }

    /**
     * A checksum of the text that ignores white space: the same in every copy of a dataset, and
     * nothing that gives the text away.
     */
    public String hash() {
        return Sha256.of(text.strip().replaceAll("\\s+", " "));
    }
}
