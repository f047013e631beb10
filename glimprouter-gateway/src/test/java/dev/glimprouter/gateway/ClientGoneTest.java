package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.time.Time;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

/** Who goes away while a model works ends that work, whatever was asked and however far it was. */
class ClientGoneTest {

    private static final Duration PROMPT = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void theModelStopsWithinASecond(boolean stream, boolean afterTheFirstToken) {
        Reply reply = afterTheFirstToken ? Reply.text("Two more").thenSilence() : Reply.silence();
        House house = House.of(List.of(reply), List.of());
        house.clock = Time.system();
        try (house) {
            house.open();
            Wire wire =
                    house.connect()
                            .post("/v1/chat/completions", stream ? Json.stream("") : Json.chat(""));
            house.small.awaitSilence();
            long left = System.nanoTime();
            wire.close();
            awaitClosed(house.small);

            assertThat(Duration.ofNanos(System.nanoTime() - left)).isLessThan(PROMPT);
            assertThat(house.get("/metrics").body())
                    .contains("outcome=\"cancelled\"")
                    .doesNotContain("outcome=\"failed\"");
            assertThat(house.failures).isEmpty();
        }
    }

    /** Waits for the end of the session, not longer than a reader would. */
    private static void awaitClosed(ScriptedEngine engine) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (engine.openSessions() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(engine.calls(Call.CloseStream.class)).isNotEmpty();
    }
}
