package dev.glimprouter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.time.Time;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The clock that tests move. */
class ManualTimeTest {

    private final ManualTime time = new ManualTime();
    private final List<String> rang = new ArrayList<>();

    private Time.Alarm alarm(long at) {
        return time.after(at, () -> rang.add(at + " at " + time.nanos()));
    }

    @Test
    void alarmsRingInTheOrderOfTheirTimes() {
        alarm(30);
        alarm(10);
        alarm(20);

        time.advance(25);
        assertThat(rang).containsExactly("10 at 10", "20 at 20");
        assertThat(time.nanos()).isEqualTo(25);

        time.advance(Duration.ofNanos(5));
        assertThat(rang).endsWith("30 at 30").hasSize(3);
        assertThat(time.alarms()).isZero();
    }

    @Test
    void aClosedAlarmIsSilent() {
        alarm(10).close();

        time.advance(20);

        assertThat(rang).isEmpty();
    }

    @Test
    void anAlarmMaySetAnother() {
        time.after(10, () -> alarm(5));

        time.advance(20);

        assertThat(rang).containsExactly("5 at 15");
    }

    @Test
    void timeDoesNotRunBackwards() {
        assertThatThrownBy(() -> time.advance(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
