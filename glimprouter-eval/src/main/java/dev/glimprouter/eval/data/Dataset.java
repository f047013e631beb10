package dev.glimprouter.eval.data;

import dev.glimprouter.error.RequestException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The problems of one file, or some of them.
 *
 * @param name what to call it in reports
 * @param sha256 checksum of the whole file's bytes, in 64 hexadecimal digits
 * @param task the kind of answer that all its problems ask for
 * @param problems the problems, in the order of the file; ids are unique
 * @param notes what a reader of results should know: repairs, doubtful problems, how many were
 *     taken
 * @param publishable whether reports may show the texts of its questions
 */
public record Dataset(
        String name,
        String sha256,
        Task task,
        List<Problem> problems,
        List<String> notes,
        boolean publishable) {

    /** Checks that ids are unique. */
    public Dataset {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        Set<String> ids = new HashSet<>();
        for (Problem problem : problems) {
            if (!ids.add(problem.id())) {
                throw new IllegalArgumentException("two problems have the id " + problem.id());
            }
        }
    }

    /**
     * Some of its problems, drawn by a seed and kept in the order of the file. A larger sample by
     * the same seed holds the smaller one.
     *
     * @param count how many
     * @throws RequestException if there are not so many
     */
    public Dataset sample(int count, long seed) {
        if (count < 1 || count > problems.size()) {
            throw new RequestException(
                    "%s has %d problems: ask for 1 to %d of them, not %d."
                            .formatted(name, problems.size(), problems.size(), count));
        }
        Set<Problem> drawn =
                Set.copyOf(
                        new SeededOrder("sample", seed)
                                .sort(problems, Dataset::nameInDraws)
                                .subList(0, count));
        return only(
                drawn::contains,
                "%d of %d problems, drawn by seed %d".formatted(count, problems.size(), seed));
    }

    /** Cuts it in two by a seed. */
    public Halves halves(long seed) {
        return Halves.of(this, seed);
    }

    /** Every question's {@link Problem#hash}. */
    public Set<String> hashes() {
        return problems.stream()
                .map(Problem::hash)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** The problems that pass, with a note of why there are fewer. */
    public Dataset only(Predicate<Problem> keep, String note) {
        List<String> more = new java.util.ArrayList<>(notes);
        more.add(note);
        return new Dataset(
                name, sha256, task, problems.stream().filter(keep).toList(), more, publishable);
    }

    private static String nameInDraws(Problem problem) {
        return problem.hash() + " " + problem.id();
    }
}
