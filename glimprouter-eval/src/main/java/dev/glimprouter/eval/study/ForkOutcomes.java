package dev.glimprouter.eval.study;

import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.eval.statistics.Bootstrap;
import dev.glimprouter.eval.statistics.McNemar;
import dev.glimprouter.eval.statistics.PairedDifference;
import dev.glimprouter.eval.statistics.Repeats;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What became of the answers at the forks of one side.
 *
 * @param side which steps
 * @param questions how many questions have graded forks
 * @param bothRight forks that are right whoever wrote the step
 * @param bothWrong forks that are wrong whoever wrote it
 * @param turnedRight forks that are right only where large wrote it
 * @param turnedWrong forks that are right only where small wrote it
 * @param ungraded forks of which an answer could not be graded; they are in no other count
 * @param meanHInit mean H_init of the graded forks' steps, in nats; empty without any
 * @param difference share right where large wrote minus where small did, clustered by question;
 *     empty without graded forks
 * @param mcNemar whether the split of the turned ones is unlike a fair coin's; it takes forks of
 *     one question for independent
 */
public record ForkOutcomes(
        Fork.Side side,
        int questions,
        int bothRight,
        int bothWrong,
        int turnedRight,
        int turnedWrong,
        int ungraded,
        OptionalDouble meanHInit,
        Optional<PairedDifference> difference,
        McNemar mcNemar) {

    static ForkOutcomes of(Fork.Side side, List<PlacedFork> forks, Bootstrap bootstrap) {
        List<PlacedFork> all = forks.stream().filter(one -> one.fork().side() == side).toList();
        List<PlacedFork> graded = all.stream().filter(PlacedFork::isGraded).toList();
        int turnedRight = count(graded, Mark.WRONG, Mark.RIGHT);
        int turnedWrong = count(graded, Mark.RIGHT, Mark.WRONG);
        return new ForkOutcomes(
                side,
                (int) graded.stream().map(PlacedFork::question).distinct().count(),
                count(graded, Mark.RIGHT, Mark.RIGHT),
                count(graded, Mark.WRONG, Mark.WRONG),
                turnedRight,
                turnedWrong,
                all.size() - graded.size(),
                graded.stream().mapToDouble(one -> one.fork().hInit()).average(),
                graded.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                PairedDifference.ofProportions(
                                        sample(graded, PlacedFork::large),
                                        sample(graded, PlacedFork::small),
                                        bootstrap)),
                McNemar.of(turnedRight, turnedWrong));
    }

    private static int count(List<PlacedFork> forks, Mark small, Mark large) {
        return (int)
                forks.stream()
                        .filter(one -> one.fork().small().mark() == small)
                        .filter(one -> one.fork().large().mark() == large)
                        .count();
    }

    private static List<Repeats> sample(
            List<PlacedFork> forks, Function<PlacedFork, Double> value) {
        return forks.stream()
                .map(one -> new Repeats(one.id(), one.question(), List.of(value.apply(one))))
                .toList();
    }

    /** Graded forks. */
    public int forks() {
        return bothRight + bothWrong + turnedRight + turnedWrong;
    }
}
