package dev.glimprouter.eval.compare;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.statistics.McNemar;
import dev.glimprouter.eval.statistics.Mean;
import dev.glimprouter.eval.statistics.NonInferiority;
import dev.glimprouter.eval.statistics.PairedDifference;
import dev.glimprouter.eval.statistics.PairedRatio;
import dev.glimprouter.eval.statistics.PairedRatio.Spread;

import java.util.ArrayList;
import java.util.List;

/** A comparison as lines of a label and what there is to say. */
public final class ComparisonLines {

    private final Comparison of;
    private final List<Line> lines = new ArrayList<>();

    /**
     * One line.
     *
     * @param label what it is about
     * @param value what there is to say
     */
    public record Line(String label, String value) {}

    private ComparisonLines(Comparison of) {
        this.of = of;
    }

    /** The lines, the reading last. */
    public static List<Line> of(Comparison comparison) {
        ComparisonLines to = new ComparisonLines(comparison);
        to.questions();
        to.accuracy(comparison.a());
        to.accuracy(comparison.b());
        to.difference();
        to.pValue();
        comparison.nonInferiority().ifPresent(to::margin);
        to.unscored();
        comparison.seconds().ifPresent(seconds -> to.ratio("seconds", seconds));
        comparison.tokens().forEach((name, tokens) -> to.tokens("tokens of " + name, tokens));
        to.outlook();
        to.add("reading", Reading.of(comparison));
        return to.lines;
    }

    private void add(String label, String value) {
        lines.add(new Line(label, value));
    }

    private void questions() {
        Mean a = of.a().share().mean();
        Mean b = of.b().share().mean();
        String text = "%s in common".formatted(Numbers.whole(a.questions()));
        if (a.clusters() < a.questions()) {
            text += " in %s families".formatted(Numbers.whole(a.clusters()));
        }
        text += ", %s and %s runs".formatted(Numbers.whole(a.runs()), Numbers.whole(b.runs()));
        if (of.leftOut() > 0) {
            text +=
                    "; %s not compared: not run by both, or not graded"
                            .formatted(Numbers.whole(of.leftOut()));
        }
        add("questions", text);
    }

    private void accuracy(Accuracy accuracy) {
        add(
                accuracy.system(),
                "%s right (%s)"
                        .formatted(
                                Numbers.percent(accuracy.share().value()),
                                Numbers.range(accuracy.share().interval(), Numbers::percent)));
    }

    private void difference() {
        PairedDifference d = of.difference();
        String bootstrap =
                d.byBootstrap().lower() == d.byBootstrap().upper()
                        ? "the bootstrap cannot say"
                        : "%s by bootstrap, %s resamples, seed %d"
                                .formatted(
                                        Numbers.range(d.byBootstrap(), Numbers::points),
                                        Numbers.whole(d.bootstrap().resamples()),
                                        d.bootstrap().seed());
        add(
                "difference",
                "%s points (%s by t; %s)"
                        .formatted(
                                Numbers.points(d.value()),
                                Numbers.range(d.byT(), Numbers::points),
                                bootstrap));
    }

    private void pValue() {
        String text =
                of.mcNemar()
                        .map(ComparisonLines::mcNemar)
                        .orElseGet(() -> "%s (t)".formatted(Numbers.p(of.pValue())));
        if (of.comparisons() > 1) {
            text +=
                    "; %s after Holm for %d comparisons"
                            .formatted(Numbers.p(of.adjustedP()), of.comparisons());
        }
        add("p", text);
    }

    private static String mcNemar(McNemar test) {
        return "%s (exact McNemar: %d right by the first alone, %d by the second alone)"
                .formatted(Numbers.p(test.pValue()), test.onlyA(), test.onlyB());
    }

    private void margin(NonInferiority test) {
        String verdict =
                switch (test.verdict()) {
                    case SHOWN -> "no loss beyond it is shown";
                    case REFUTED -> "there is a loss beyond it";
                    case OPEN -> "open, the interval reaches beyond it";
                };
        add("margin", "%s: %s".formatted(Numbers.percent(test.margin()), verdict));
    }

    private void unscored() {
        if (of.a().unscored() + of.b().unscored() == 0) {
            return;
        }
        add(
                "unscored",
                "%s and %s runs; graded, they could put the difference anywhere from %s points"
                        .formatted(
                                Numbers.whole(of.a().unscored()),
                                Numbers.whole(of.b().unscored()),
                                Numbers.range(of.bounds(), Numbers::points)));
    }

    /** A ratio to nothing tells nothing: there it is said who takes any, if one does. */
    private void tokens(String what, PairedRatio ratio) {
        if (ratio.a().mean() == 0 && ratio.b().mean() == 0) {
            return;
        }
        if (ratio.a().mean() == 0) {
            only(what, of.b(), ratio.b());
        } else if (ratio.b().mean() == 0) {
            only(what, of.a(), ratio.a());
        } else {
            ratio(what, ratio);
        }
    }

    private void only(String what, Accuracy taker, Spread taken) {
        add(
                what,
                "only %s takes any: mean %s, median %s, 95th %s"
                        .formatted(
                                taker.system(),
                                Numbers.amount(taken.mean()),
                                Numbers.amount(taken.p50()),
                                Numbers.amount(taken.p95())));
    }

    private void ratio(String what, PairedRatio ratio) {
        add(
                what,
                "%s times (%s); mean %s against %s, median %s against %s, 95th %s against %s"
                        .formatted(
                                Numbers.times(ratio.value()),
                                Numbers.range(ratio.interval(), Numbers::times),
                                Numbers.amount(ratio.a().mean()),
                                Numbers.amount(ratio.b().mean()),
                                Numbers.amount(ratio.a().p50()),
                                Numbers.amount(ratio.b().p50()),
                                Numbers.amount(ratio.a().p95()),
                                Numbers.amount(ratio.b().p95())));
    }

    private void outlook() {
        Outlook outlook = of.outlook();
        add(
                "power",
                Double.isFinite(outlook.detectable())
                        ? "%s with a chance of 80 %%; for %s it takes about %s questions"
                                .formatted(
                                        shown(outlook),
                                        Numbers.percent(outlook.wanted()),
                                        Numbers.whole(outlook.questions()))
                        : "one family of questions shows nothing");
    }

    private static String shown(Outlook outlook) {
        return outlook.detectable() > 1
                ? "no difference shows"
                : "a difference of %s shows".formatted(Numbers.percent(outlook.detectable()));
    }
}
