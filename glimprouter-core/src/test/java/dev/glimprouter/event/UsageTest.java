package dev.glimprouter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Speculation;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adding up what models did, and hearing events. */
class UsageTest {

    private static final Usage ONE =
            new Usage(
                    1,
                    2,
                    3,
                    4,
                    5,
                    6,
                    7,
                    8,
                    9,
                    10,
                    11,
                    12,
                    new Judging(13, 14, 15, 16),
                    new Speculation(17, 18, 19, 20),
                    new Overlapping(21, 22, 23, 24, 25, 26));

    @Test
    void eachFieldIsAddedToItself() {
        assertThat(ONE.plus(ONE))
                .isEqualTo(
                        new Usage(
                                2,
                                4,
                                6,
                                8,
                                10,
                                12,
                                14,
                                16,
                                18,
                                20,
                                22,
                                24,
                                new Judging(26, 28, 30, 32),
                                new Speculation(34, 36, 38, 40),
                                new Overlapping(42, 44, 46, 48, 50, 52)));
        assertThat(ONE.plus(Usage.NONE)).isEqualTo(ONE);
    }

    @Test
    void twoListenersHearAnEventInOrder() {
        List<String> heard = new ArrayList<>();
        RouteListener both =
                ((RouteListener) _ -> heard.add("first")).andThen(_ -> heard.add("second"));

        both.on(new RouteEvent.Cancelled(0, 0, Map.of()));

        assertThat(heard).containsExactly("first", "second");
    }

    @Test
    void theSecondListenerHearsItEvenIfTheFirstThrows() {
        List<RouteEvent> heard = new ArrayList<>();
        RouteListener broken =
                _ -> {
                    throw new IllegalStateException("closed");
                };

        assertThatThrownBy(
                        () ->
                                broken.andThen(heard::add)
                                        .on(new RouteEvent.Cancelled(0, 0, Map.of())))
                .hasMessage("closed");
        assertThat(heard).hasSize(1);
    }

    @Test
    void judgingAndSpeculationAreAddedAlone() {
        Judging judging = new Judging(1, 0, 2, 0);
        Speculation speculation = new Speculation(1, 4, 3, 0);
        Usage both = Usage.NONE.plus(judging).plus(speculation);

        assertThat(both.judging()).isEqualTo(judging);
        assertThat(both.speculation()).isEqualTo(speculation);
        assertThat(speculation.acceptance()).isEqualTo(0.75);
        assertThat(Speculation.NONE.acceptance()).isZero();
    }
}
