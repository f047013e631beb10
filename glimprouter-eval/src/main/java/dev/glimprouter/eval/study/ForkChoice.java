package dev.glimprouter.eval.study;

import dev.glimprouter.internal.digest.Sha256;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which steps of a question are forked: drawn from the quarter with the highest H_init, and as many
 * from the quarter with the lowest. Steps that end the reasoning in either version, or of which one
 * says nothing or was cut, are left out: where one model would stop, there is no step to compare.
 *
 * @param step the step
 * @param side why it was chosen
 */
record ForkChoice(StudiedStep step, Fork.Side side) {

    private static final int QUARTERS = 4;

    /**
     * The choice; fewer where there are not so many steps.
     *
     * @param each how many on each side
     * @param draw names the draw: the same choice for the same steps under the same name
     */
    static List<ForkChoice> of(List<StudiedStep> steps, int each, String draw) {
        List<StudiedStep> sorted =
                steps.stream()
                        .filter(ForkChoice::canFork)
                        .sorted(
                                Comparator.comparingDouble(
                                                (StudiedStep step) -> step.hInit().orElseThrow())
                                        .thenComparingInt(StudiedStep::index))
                        .toList();
        int quarter = (sorted.size() + QUARTERS - 1) / QUARTERS;
        int pool = Math.min(Math.max(each, quarter), sorted.size() / 2);
        List<StudiedStep> low = sorted.subList(0, pool);
        List<StudiedStep> high = sorted.subList(sorted.size() - pool, sorted.size());
        return Stream.concat(
                        drawn(high, each, Fork.Side.HIGH, draw),
                        drawn(low, each, Fork.Side.LOW, draw))
                .toList();
    }

    private static boolean canFork(StudiedStep step) {
        return step.hInit().isPresent()
                && step.isComparable()
                && !step.small().ending().endsReasoning()
                && !step.large().ending().endsReasoning();
    }

    private static Stream<ForkChoice> drawn(
            List<StudiedStep> pool, int each, Fork.Side side, String draw) {
        return pool.stream()
                .sorted(
                        Comparator.comparing(
                                step -> Sha256.of("fork " + draw + " " + step.index())))
                .limit(each)
                .sorted(Comparator.comparingInt(StudiedStep::index))
                .map(step -> new ForkChoice(step, side));
    }
}
