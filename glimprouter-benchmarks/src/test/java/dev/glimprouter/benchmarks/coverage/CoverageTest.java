package dev.glimprouter.benchmarks.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.statistics.Bootstrap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/**
 * The table of coverage.sh with fewer samples, for whose noise one standard error is allowed; seed
 * 1.
 */
class CoverageTest {

    private static final int SAMPLES = 1500;
    private static final double NOISE = Math.sqrt(0.95 * 0.05 / SAMPLES);
    private static final long SEED = 1;

    static List<Scenario> scenarios() {
        return Scenarios.all(new Bootstrap(300, 1));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void intervalsHoldTheTruthAsOftenAsTheySay(Scenario scenario) {
        double coverage = scenario.coverage(SAMPLES, SEED);

        assertThat(scenario.isMet(coverage, NOISE))
                .as("%s holds the truth in %.3f", scenario.what(), coverage)
                .isTrue();
    }
}
