package dev.glimprouter.eval.plan;

import dev.glimprouter.eval.runner.Contestant;

import java.util.List;
import java.util.Objects;

/**
 * What is to be planned.
 *
 * @param strategies which strategies, none twice
 * @param speeds the speeds, measured or given
 * @param ratios how many times as fast as large small is to be, one scenario for each; empty for
 *     the speeds as they are
 * @param prices what tokens and time cost
 * @param assumptions what to take for granted where nothing was recorded
 * @param seed of the bootstrap
 */
public record PlanRequest(
        List<Contestant> strategies,
        Speeds speeds,
        List<Double> ratios,
        Prices prices,
        Assumptions assumptions,
        long seed) {

    /** Copies the lists. */
    public PlanRequest {
        strategies = List.copyOf(strategies);
        ratios = List.copyOf(ratios);
        Objects.requireNonNull(speeds, "speeds");
        Objects.requireNonNull(prices, "prices");
        Objects.requireNonNull(assumptions, "assumptions");
    }

    /** The speeds of each scenario. */
    List<Speeds> scenarios() {
        return ratios.isEmpty() ? List.of(speeds) : ratios.stream().map(speeds::withRatio).toList();
    }
}
