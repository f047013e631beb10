package dev.glimprouter.eval.study;

import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.eval.statistics.Bootstrap;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a study file says about the paper's motivation. All intervals are 95 % and over questions:
 * the steps of one question resemble each other.
 *
 * @param header what is the same for every question
 * @param questions how many questions were studied
 * @param failed how many failed
 * @param right how many answers of the followed strategy are right
 * @param wrong how many are wrong; the others could not be graded
 * @param steps how many steps both models wrote
 * @param distributions of the signals that some step has
 * @param relations of the other signals with H_init
 * @param bands the steps in quarters by H_init
 * @param firstTokens what steps begin with, from the highest mean H_init down
 * @param hesitation steps that begin with a word of reflection against the others
 * @param high forks at steps with high H_init
 * @param low forks at steps with low H_init
 * @param highMinusLow what large's step brings at high H_init more than at low, within the
 *     questions that have graded forks of both kinds; empty where fewer than 2 have
 * @param bootstrap how intervals were resampled
 */
public record Study(
        StudyHeader header,
        int questions,
        int failed,
        int right,
        int wrong,
        int steps,
        List<Distribution> distributions,
        List<Relation> relations,
        List<Band> bands,
        List<FirstToken> firstTokens,
        Hesitation hesitation,
        ForkOutcomes high,
        ForkOutcomes low,
        Optional<HighMinusLow> highMinusLow,
        Bootstrap bootstrap) {

    /** How intervals are resampled unless said otherwise. */
    public static final Bootstrap USUAL = new Bootstrap(1);

    /** Copies the lists. */
    public Study {
        distributions = List.copyOf(distributions);
        relations = List.copyOf(relations);
        bands = List.copyOf(bands);
        firstTokens = List.copyOf(firstTokens);
    }

    /**
     * Of a file.
     *
     * @throws dev.glimprouter.error.RequestException if it cannot be read
     */
    public static Study of(Path file) {
        return of(StudyFile.read(file), USUAL);
    }

    /** Of what was read. */
    public static Study of(StudyFile file, Bootstrap bootstrap) {
        List<StudyEntry> entries = file.entries();
        List<PlacedStep> steps = entries.stream().flatMap(Study::steps).toList();
        List<PlacedFork> forks = entries.stream().flatMap(Study::forks).toList();
        return new Study(
                file.header(),
                entries.size(),
                (int) entries.stream().filter(entry -> entry.failure().isPresent()).count(),
                count(entries, Mark.RIGHT),
                count(entries, Mark.WRONG),
                steps.size(),
                distributions(steps, bootstrap),
                relations(steps, bootstrap),
                Band.of(steps),
                FirstToken.of(steps),
                Hesitation.of(steps, bootstrap),
                ForkOutcomes.of(Fork.Side.HIGH, forks, bootstrap),
                ForkOutcomes.of(Fork.Side.LOW, forks, bootstrap),
                HighMinusLow.of(forks, bootstrap),
                bootstrap);
    }

    private static Stream<PlacedStep> steps(StudyEntry entry) {
        return entry.steps().stream().map(step -> new PlacedStep(entry.problem(), step));
    }

    private static Stream<PlacedFork> forks(StudyEntry entry) {
        return entry.forks().stream().map(fork -> new PlacedFork(entry.problem(), fork));
    }

    private static List<Distribution> distributions(List<PlacedStep> steps, Bootstrap bootstrap) {
        return Arrays.stream(Signal.values())
                .flatMap(signal -> Distribution.of(signal, steps, bootstrap.seed()).stream())
                .toList();
    }

    private static List<Relation> relations(List<PlacedStep> steps, Bootstrap bootstrap) {
        return Arrays.stream(Signal.values())
                .filter(signal -> signal != Signal.H_INIT)
                .flatMap(signal -> Relation.of(signal, steps, bootstrap).stream())
                .toList();
    }

    private static int count(List<StudyEntry> entries, Mark mark) {
        return (int)
                entries.stream()
                        .flatMap(entry -> entry.grade().stream())
                        .filter(grade -> grade.mark() == mark)
                        .count();
    }

    /** The distribution of a signal; empty where no step has it. */
    public Optional<Distribution> distribution(Signal signal) {
        return distributions.stream().filter(one -> one.signal() == signal).findFirst();
    }
}
