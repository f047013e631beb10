package dev.glimprouter.eval.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Looks for the threshold at which a figure is what is wanted, from what it was at others.
 *
 * <p>The scores of the run that came nearest propose the next threshold, within what the tried ones
 * leave open if the figure grows with what large writes. Where they propose nothing better, the
 * tried thresholds on both sides of the wanted figure are halved between; where there are no scores
 * and no such sides, the threshold is halved or doubled.
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
        OptionalDouble proposed = byScores(nearest());
        return proposed.isPresent() ? proposed : byTrying();
    }

    private OptionalDouble byScores(Forecast from) {
        double[] levels = from.levels();
        if (levels.length == 0) {
            return OptionalDouble.empty();
        }
        return Thresholds.between(levels, knob.range()).stream()
                .mapToDouble(Double::doubleValue)
                .filter(this::isOpen)
                .filter(value -> distance(from.at(value)) < distance(from.measured()))
                .boxed()
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
        Optional<Sides> sides = sides();
        if (sides.isPresent()) {
            return sides.get().isWorthHalving()
                    ? OptionalDouble.of(Thresholds.middle(sides.get().low(), sides.get().high()))
                    : OptionalDouble.empty();
        }
        return tried.stream().allMatch(one -> one.scored().isEmpty())
                ? outwards()
                : OptionalDouble.empty();
    }

    private OptionalDouble outwards() {
        boolean more = nearest().measured() < wanted;
        boolean down = more == (knob.large() == Knob.Side.FROM_THRESHOLD);
        DoubleSummaryStatistics range =
                tried.stream().mapToDouble(Forecast::threshold).summaryStatistics();
        double at = down ? range.getMin() : range.getMax();
        double least = knob.range().least();
        double most = knob.range().most();
        double next =
                down
                        ? least + (at - least) / 2
                        : Double.isFinite(most)
                                ? at + (most - at) / 2
                                : at > 0 ? 2 * at : knob.range().usual();
        return tried.stream().anyMatch(one -> one.threshold() == next)
                ? OptionalDouble.empty()
                : OptionalDouble.of(next);
    }

    /**
     * The nearest tried thresholds on both sides of the wanted figure.
     *
     * @param low the lower threshold
     * @param high the higher one
     * @param between whether a threshold between them would divide the scores otherwise; true where
     *     there are none
     */
    private record Sides(double low, double high, boolean between) {

        boolean contains(double value) {
            return low < value && value < high;
        }

        boolean isWorthHalving() {
            return between && high - low > FINEST * Math.max(1, Math.abs(high));
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
        double low = Math.min(little.get().threshold(), much.get().threshold());
        double high = Math.max(little.get().threshold(), much.get().threshold());
        return Optional.of(new Sides(low, high, divides(little.get(), much.get(), low, high)));
    }

    private static boolean divides(Forecast one, Forecast other, double low, double high) {
        return (one.scored().isEmpty() && other.scored().isEmpty())
                || Arrays.stream(one.levels()).anyMatch(level -> low < level && level < high)
                || Arrays.stream(other.levels()).anyMatch(level -> low < level && level < high);
    }
}
