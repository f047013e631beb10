package dev.glimprouter.eval.study;

import dev.glimprouter.eval.statistics.Bootstrap;
import dev.glimprouter.eval.statistics.PairedDifference;
import dev.glimprouter.eval.statistics.Repeats;
import dev.glimprouter.eval.statistics.SignTest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What large's step brings at high H_init more than at low, within the questions that have graded
 * forks of both kinds: answers turned right less answers turned wrong.
 *
 * @param difference over questions, of the means over their forks of each kind
 * @param signs in how many questions it brings more at high H_init (above), and more at low (below)
 */
public record HighMinusLow(PairedDifference difference, SignTest signs) {

    /** Empty where fewer than 2 questions have both. */
    static Optional<HighMinusLow> of(List<PlacedFork> forks, Bootstrap bootstrap) {
        Map<String, List<Double>> high = gains(forks, Fork.Side.HIGH);
        Map<String, List<Double>> low = gains(forks, Fork.Side.LOW);
        high.keySet().retainAll(low.keySet());
        low.keySet().retainAll(high.keySet());
        if (high.size() < 2) {
            return Optional.empty();
        }
        List<Repeats> atHigh = repeats(high);
        List<Repeats> atLow = repeats(low);
        return Optional.of(
                new HighMinusLow(
                        PairedDifference.of(atHigh, atLow, bootstrap), SignTest.of(atHigh, atLow)));
    }

    /** By question, what large's step brought at each graded fork: 1, 0 or -1. */
    private static Map<String, List<Double>> gains(List<PlacedFork> forks, Fork.Side side) {
        return forks.stream()
                .filter(one -> one.fork().side() == side && one.isGraded())
                .collect(
                        Collectors.groupingBy(
                                PlacedFork::question,
                                TreeMap::new,
                                Collectors.mapping(
                                        one -> one.large() - one.small(), Collectors.toList())));
    }

    private static List<Repeats> repeats(Map<String, List<Double>> values) {
        return values.entrySet().stream()
                .map(entry -> new Repeats(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Whether the difference is more than chance: by its interval and by the sign test. The
     * interval alone promises too much where few questions differ.
     */
    public boolean shown() {
        return signs.uneven() && !(difference.byT().known() && difference.byT().contains(0));
    }
}
