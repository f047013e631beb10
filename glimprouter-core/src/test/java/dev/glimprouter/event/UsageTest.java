package dev.glimprouter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adding up what models did, and hearing events. */
class UsageTest {

    private static final Usage ONE = new Usage(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

    @Test
    void eachFieldIsAddedToItself() {
        assertThat(ONE.plus(ONE)).isEqualTo(new Usage(2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24));
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
}
