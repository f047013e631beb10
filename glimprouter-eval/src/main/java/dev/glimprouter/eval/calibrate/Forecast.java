package dev.glimprouter.eval.calibrate;

import java.util.List;

/**
 * What a figure of a run would be at another threshold, if every score stayed as it was. At the
 * run's own threshold it is what was measured; the further away, the less it says, since other
 * writers write other texts.
 *
 * @param measured the figure
 * @param threshold of the run
 * @param large which scores go to large
 * @param scored the steps whose score was compared with the threshold
 */
record Forecast(double measured, double threshold, Knob.Side large, List<Scored> scored) {

    /**
     * A step.
     *
     * @param score what was compared with the threshold
     * @param weight what the figure gains where large writes this step instead of small
     */
    record Scored(double score, double weight) {}

    Forecast {
        scored = List.copyOf(scored);
    }

    double at(double other) {
        double value = measured;
        for (Scored step : scored) {
            boolean was = large.takes(step.score(), threshold);
            boolean is = large.takes(step.score(), other);
            value += is == was ? 0 : is ? step.weight() : -step.weight();
        }
        return value;
    }

    /** The scores that differ, from the lowest. */
    double[] levels() {
        return scored.stream().mapToDouble(Scored::score).distinct().sorted().toArray();
    }
}
