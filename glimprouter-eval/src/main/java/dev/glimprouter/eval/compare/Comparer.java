package dev.glimprouter.eval.compare;

import dev.glimprouter.eval.compare.Figure.Unscored;
import dev.glimprouter.eval.statistics.Bootstrap;
import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.eval.statistics.McNemar;
import dev.glimprouter.eval.statistics.NonInferiority;
import dev.glimprouter.eval.statistics.PairedDifference;
import dev.glimprouter.eval.statistics.PairedRatio;
import dev.glimprouter.eval.statistics.Proportion;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Computes one comparison. */
final class Comparer {

    private final Outcomes a;
    private final Outcomes b;
    private final ComparisonPlan plan;
    private final Bootstrap bootstrap;

    Comparer(Outcomes a, Outcomes b, ComparisonPlan plan) {
        this.a = a;
        this.b = b;
        this.plan = plan;
        this.bootstrap = new Bootstrap(plan.seed());
    }

    /** Not yet adjusted for others. */
    Comparison compare() {
        Both marks = Both.read(a, b, Figure.mark(Unscored.LEFT_OUT));
        if (marks.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s and %s have no graded question in common".formatted(a.name(), b.name()));
        }
        List<String> ran = Both.read(a, b, Figure.mark(Unscored.WRONG)).questions();
        PairedDifference difference =
                PairedDifference.ofProportions(marks.a(), marks.b(), bootstrap);
        Optional<McNemar> mcNemar =
                marks.isSingle() ? Optional.of(McNemar.of(marks.a(), marks.b())) : Optional.empty();
        return new Comparison(
                new Accuracy(a.name(), Proportion.of(marks.a()), Figure.unscored(a, ran)),
                new Accuracy(b.name(), Proportion.of(marks.b()), Figure.unscored(b, ran)),
                questions().size() - marks.questions().size(),
                difference,
                mcNemar,
                mcNemar.map(McNemar::pValue).orElse(difference.pValue()),
                1,
                nonInferiority(difference),
                new Interval(
                        difference(Unscored.WRONG, Unscored.RIGHT),
                        difference(Unscored.RIGHT, Unscored.WRONG)),
                seconds(),
                tokens(),
                Outlook.of(difference));
    }

    private Optional<NonInferiority> nonInferiority(PairedDifference difference) {
        return plan.margin().isPresent()
                ? Optional.of(NonInferiority.of(difference.byT(), plan.margin().getAsDouble()))
                : Optional.empty();
    }

    private double difference(Unscored ofA, Unscored ofB) {
        Both marks = Both.read(a, Figure.mark(ofA), b, Figure.mark(ofB));
        return Proportion.of(marks.a()).value() - Proportion.of(marks.b()).value();
    }

    private Optional<PairedRatio> seconds() {
        Both seconds = Both.read(a, b, Figure.SECONDS);
        return seconds.isEmpty()
                ? Optional.empty()
                : Optional.of(PairedRatio.of(seconds.a(), seconds.b(), bootstrap));
    }

    private Map<String, PairedRatio> tokens() {
        Map<String, PairedRatio> ratios = new TreeMap<>();
        Set<String> names = new TreeSet<>();
        both().forEach(outcome -> names.addAll(outcome.tokens().keySet()));
        for (String name : names) {
            Both tokens = Both.read(a, b, Figure.tokens(name));
            ratios.put(name, PairedRatio.of(tokens.a(), tokens.b(), bootstrap));
        }
        return ratios;
    }

    private Set<String> questions() {
        Set<String> questions = new HashSet<>();
        both().forEach(outcome -> questions.add(outcome.question()));
        return questions;
    }

    private Stream<Outcome> both() {
        return Stream.concat(a.outcomes().stream(), b.outcomes().stream());
    }
}
