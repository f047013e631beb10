package dev.glimprouter.benchmarks.coverage;

import dev.glimprouter.eval.statistics.Bootstrap;

import java.util.List;
import java.util.Locale;

/** Prints how often each interval of {@link Scenarios} holds the truth; run by coverage.sh. */
public final class CoverageTable {

    private CoverageTable() {}

    /** Arguments: samples of each scenario, resamples of each bootstrap, seed. */
    public static void main(String[] arguments) {
        int samples = Integer.parseInt(arguments[0]);
        Bootstrap bootstrap = new Bootstrap(Integer.parseInt(arguments[1]), 1);
        long seed = Long.parseLong(arguments[2]);
        System.out.printf(
                Locale.ROOT,
                "%d samples of each (standard error %.2f points), %d resamples, seed %d%n%n",
                samples,
                100 * Math.sqrt(0.95 * 0.05 / samples),
                bootstrap.resamples(),
                seed);
        System.out.println("| interval of 95 % | holds the truth | expected |");
        System.out.println("| --- | --- | --- |");
        List<Scenario> unmet =
                Scenarios.all(bootstrap).stream()
                        .filter(scenario -> !print(scenario, samples, seed))
                        .toList();
        System.out.printf(
                Locale.ROOT,
                "%n%s: %d scenarios are not as expected%n",
                unmet.isEmpty() ? "PASSED" : "FAILED",
                unmet.size());
    }

    private static boolean print(Scenario scenario, int samples, long seed) {
        double coverage = scenario.coverage(samples, seed);
        boolean met = scenario.isMet(coverage, 0);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f %% | %s%s |%n",
                scenario.what(),
                100 * coverage,
                switch (scenario.promise()) {
                    case KEPT -> "93 to 97 %";
                    case BROKEN -> "too few";
                    case EDGE -> "";
                },
                met ? "" : ", not met");
        return met;
    }
}
