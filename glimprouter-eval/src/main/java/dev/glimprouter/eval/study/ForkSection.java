package dev.glimprouter.eval.study;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.internal.text.Table;
import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.eval.statistics.PairedDifference;
import dev.glimprouter.eval.statistics.SignTest;

import java.util.ArrayList;
import java.util.List;

/** How often the answer turns when the other model writes one step. */
final class ForkSection {

    private ForkSection() {}

    static StudySection of(Study study) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "forks at",
                        "mean H_init",
                        "forks",
                        "questions",
                        "both right",
                        "both wrong",
                        "turned right",
                        "turned wrong",
                        "not graded",
                        "points",
                        "95 %",
                        "p"));
        rows.add(row("high H_init", study.high()));
        rows.add(row("low H_init", study.low()));
        List<String> says = new ArrayList<>();
        says.add(
                "Turned right: wrong where small writes the step, right where large does; turned wrong: the reverse. Points: what large's step adds to the share of right answers. p: exact McNemar.");
        says.add(sentence("high", study.high()));
        says.add(sentence("low", study.low()));
        says.add(between(study));
        return StudySection.of("Forks", rows, says);
    }

    private static List<String> row(String name, ForkOutcomes of) {
        return List.of(
                name,
                of.meanHInit().isPresent()
                        ? Numbers.times(of.meanHInit().getAsDouble())
                        : Table.NOTHING,
                Integer.toString(of.forks()),
                Integer.toString(of.questions()),
                Integer.toString(of.bothRight()),
                Integer.toString(of.bothWrong()),
                Integer.toString(of.turnedRight()),
                Integer.toString(of.turnedWrong()),
                Integer.toString(of.ungraded()),
                of.difference().map(d -> Numbers.points(d.value())).orElse(Table.NOTHING),
                of.difference().map(d -> points(d.byT())).orElse(Table.NOTHING),
                of.forks() == 0 ? Table.NOTHING : Numbers.p(of.mcNemar().pValue()));
    }

    private static String points(Interval interval) {
        return Numbers.range(interval, Numbers::points);
    }

    private static String sentence(String side, ForkOutcomes of) {
        if (of.difference().isEmpty()) {
            return "At %s H_init there is no graded fork.".formatted(side);
        }
        PairedDifference d = of.difference().get();
        boolean shown = d.byT().known() && !d.byT().contains(0);
        String finding =
                !shown ? "no effect is shown" : d.value() > 0 ? "it helps" : "it does harm";
        return "At %s H_init a step by large turned %d of %d answers right and %d wrong: %s."
                .formatted(side, of.turnedRight(), of.forks(), of.turnedWrong(), finding);
    }

    private static String between(Study study) {
        if (study.highMinusLow().isEmpty()) {
            return "High against low: too few questions have both.";
        }
        HighMinusLow of = study.highMinusLow().get();
        PairedDifference d = of.difference();
        SignTest signs = of.signs();
        if (signs.above() + signs.below() == 0) {
            return "High against low: in none of %d questions does one bring more than the other, so nothing can be said."
                    .formatted(d.clusters());
        }
        return "%s: large's step is worth more at high H_init than at low. High less low: %s points (%s) over %d questions, of which %d have more at high and %d more at low (sign test p = %s)."
                .formatted(
                        !of.shown()
                                ? "Not supported"
                                : d.value() > 0 ? "Supported" : "Contradicted",
                        Numbers.points(d.value()),
                        points(d.byT()),
                        d.clusters(),
                        signs.above(),
                        signs.below(),
                        Numbers.p(signs.pValue()));
    }
}
