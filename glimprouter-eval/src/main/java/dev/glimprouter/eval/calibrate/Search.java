package dev.glimprouter.eval.calibrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Looks for the threshold at which a figure is what is wanted, from what it was at others.
 *
 * <p>The scores of the run that came nearest propose the next threshold, or else those of another
 * one, within what the tried ones leave open if the figure grows with what large writes. Where the
 * runs tell no scores, the threshold is halved or doubled until tried ones lie on both sides of the
 * wanted figure, and then halved between.
 */
final class Search {

    private static final double FINEST = 1e-3;

    private final Knob knob;
    private final double wanted;
    private final List<Forecast> tried = new ArrayList<>();

    Search(Knob knob, double wanted) {
        this.knob = knob;
        this.wanted = wanted;
    }

    /** Tries a threshold: its forecast has what was measured there. */
    void add(Forecast forecast) {
        tried.add(forecast);
    }

    /** What came nearest so far; the first of equals. */
    Forecast nearest() {
        return tried.stream()
                .min(Comparator.comparingDouble(one -> distance(one.measured())))
                .orElseThrow();
    }

    double distance(double figure) {
        return Math.abs(figure - wanted);
    }

    /** A threshold that was not tried and may do better; empty if none is known. */
    OptionalDouble next() {
        return tried.stream().allMatch(one -> one.scored().isEmpty()) ? byTrying() : byScores();
    }

    private OptionalDouble byScores() {
        return tried.stream()
                .filter(one -> !one.scored().isEmpty())
                .sorted(Comparator.comparingDouble(one -> distance(one.measured())))
                .map(this::proposal)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElseGet(OptionalDouble::empty);
    }

    /** What would be nearest by a run's scores, if that is nearer than all that was tried. */
    private OptionalDouble proposal(Forecast from) {
        double reached = distance(nearest().measured());
        return Thresholds.between(from.levels(), knob.range()).stream()
                .filter(this::isOpen)
                .filter(value -> distance(from.at(value)) < reached)
                .min(Comparator.comparingDouble(value -> distance(from.at(value))))
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    private boolean isOpen(double value) {
        return tried.stream().noneMatch(one -> one.threshold() == value)
                && sides().map(both -> both.contains(value)).orElse(true)
                && (sides().isPresent() || leadsOn(value));
    }

    /** On the side of all tried ones to which the figure has to move. */
    private boolean leadsOn(double value) {
        return tried.stream()
                .allMatch(
                        one ->
                                (knob.large().order(value, one.threshold()) > 0)
                                        == (one.measured() < wanted));
    }

    private OptionalDouble byTrying() {
        return sides().map(Sides::middle).orElseGet(this::outwards);
    }

    private OptionalDouble outwards() {
        boolean more = nearest().measured() < wanted;
        boolean down = more == (knob.large() == Knob.Side.FROM_THRESHOLD);
        DoubleSummaryStatistics range =
                tried.stream().mapToDouble(Forecast::threshold).summaryStatistics();
        double at = down ? range.getMin() : range.getMax();
        double least = knob.range().least();
        double next = down ? least + (at - least) / 2 : upwards(at);
        return tried.stream().anyMatch(one -> one.threshold() == next)
                ? OptionalDouble.empty()
                : OptionalDouble.of(next);
    }

    private double upwards(double at) {
        double most = knob.range().most();
        if (Double.isFinite(most)) {
            return at + (most - at) / 2;
        }
        return at > 0 ? 2 * at : knob.range().usual();
    }

    /** The nearest tried thresholds on both sides of the wanted figure, in order. */
    private record Sides(double low, double high) {

        boolean contains(double value) {
            return low < value && value < high;
        }

        OptionalDouble middle() {
            return high - low > FINEST * Math.max(1, Math.abs(high))
                    ? OptionalDouble.of(Thresholds.middle(low, high))
                    : OptionalDouble.empty();
        }
    }

    /** Empty where one side is missing, or the figure does not grow with what large writes. */
    private Optional<Sides> sides() {
        Comparator<Forecast> byLarge = (a, b) -> knob.large().order(a.threshold(), b.threshold());
        Optional<Forecast> little =
                tried.stream().filter(one -> one.measured() < wanted).max(byLarge);
        Optional<Forecast> much =
                tried.stream().filter(one -> one.measured() >= wanted).min(byLarge);
        if (little.isEmpty() || much.isEmpty() || byLarge.compare(little.get(), much.get()) >= 0) {
            return Optional.empty();
        }
        double a = little.get().threshold();
        double b = much.get().threshold();
        return Optional.of(new Sides(Math.min(a, b), Math.max(a, b)));
    }
}
