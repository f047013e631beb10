package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.time.Time;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Arrays;
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
            assertThat(metricsOnceBooked(house))
                    .contains("outcome=\"cancelled\"")
                    .doesNotContain("outcome=\"failed\"");
            assertThat(house.failures).isEmpty();
        }
    }

    @Test
    void whoTakesNothingForLongIsLetGo() {
        String[] much = new String[64];
        Arrays.fill(much, "x".repeat(1 << 20));
        House house = House.of(List.of(Reply.tokens(much)), List.of());
        house.settings = house.settings.withKeepAlive(Duration.ofHours(1));
        try (house) {
            house.open();
            try (Wire wire = house.connect().post("/v1/chat/completions", Json.stream(""))) {
                assertThat(wire.head().getFirst()).contains("200");
                long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                while (house.small.openSessions() > 0 && System.nanoTime() < end) {
                    house.time.advance(Duration.ofSeconds(10));
                }

                assertThat(house.small.openSessions()).isZero();
                assertThat(metricsOnceBooked(house)).contains("outcome=\"cancelled\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWaitsLongIsNotTakenForGone(boolean stream) {
        Reply slow = Reply.text("End.</think>").after(Duration.ofMillis(600));
        House house = House.of(List.of(slow), List.of(Reply.text("4")));
        house.clock = Time.system();
        try (house) {
            Wire.Got got = house.open().chat(stream ? Json.stream("") : Json.chat(""));

            assertThat(got.status()).isEqualTo(200);
            assertThat(house.get("/metrics").body()).doesNotContain("outcome=\"cancelled\"");
        }
    }

    @Test
    void aConnectionServesOneRequestAfterTheOtherEvenIfTheyCameTogether() {
        House house = House.usual();
        house.clock = Time.system();
        try (house) {
            house.open();
            try (Wire wire = house.connect()) {
                wire.post("/v1/chat/completions", Json.chat(""))
                        .post("/v1/chat/completions", Json.stream(""))
                        .get("/v1/models");

                assertThat(wire.read().status()).isEqualTo(200);
                assertThat(wire.read().body()).endsWith("[DONE]\n\n");
                assertThat(wire.read().body()).contains("glimprouter");
                assertThat(wire.post("/v1/chat/completions", Json.chat("")).read().status())
                        .isEqualTo(200);
            }
        }
    }

    /** The request is booked a moment after its model has stopped. */
    private static String metricsOnceBooked(House house) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String text = house.get("/metrics").body();
        while (!text.contains("outcome=") && System.nanoTime() < end) {
            text = house.get("/metrics").body();
        }
        return text;
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
