package dev.glimprouter.eval.plan;

import java.util.List;

/**
 * All strategies at the same speeds.
 *
 * @param speeds the speeds
 * @param forecasts what each strategy takes
 * @param reading whether routing pays, in plain sentences
 */
public record Scenario(Speeds speeds, List<Forecast> forecasts, List<Conclusion> reading) {

    /** Copies the lists. */
    public Scenario {
        forecasts = List.copyOf(forecasts);
        reading = List.copyOf(reading);
    }
}
