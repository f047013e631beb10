package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.time.Time;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** More requests than can be answered, and the end of all of them. */
class LoadTest {

    private static House busy(Load load) {
        House house =
                House.of(List.of(Reply.silence()), List.of(Reply.text("End."), Reply.text("4")));
        house.settings = house.settings.withLoad(load).withDrain(Duration.ofSeconds(5));
        return house.open();
    }

    private static void awaitWaiting(House house, int count) {
        String wanted = "\"waiting\":" + count;
        while (!house.get("/health/ready").body().contains(wanted)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoFindsTheQueueFullIsSentAwayWithATime() {
        try (House house = busy(Load.DEFAULT.withQueue(0));
                Wire first = house.connect().post("/v1/chat/completions", Json.chat(""))) {
            house.small.awaitSilence();

            Wire.Got got = house.chat(Json.chat(""));

            assertThat(got.status()).isEqualTo(429);
            assertThat(got.header("Retry-After")).contains("1");
            assertThat(Json.of(got.body()).path("error").path("code").asString())
                    .isEqualTo("too_many_requests");
            assertThat(first).isNotNull();
        }
    }

    @Test
    void whoWaitsTooLongIsSentAway() {
        try (House house = busy(Load.DEFAULT.withPatience(Duration.ofSeconds(3)));
                Wire first = house.connect().post("/v1/chat/completions", Json.chat(""))) {
            house.small.awaitSilence();
            try (Wire second = house.connect().post("/v1/chat/completions", Json.chat(""))) {
                awaitWaiting(house, 1);
                house.time.advance(Duration.ofSeconds(3));

                assertThat(second.read().status()).isEqualTo(429);
            }
            assertThat(first).isNotNull();
        }
    }

    @Test
    void whoLeavesTheQueueGivesUpItsPlace() {
        try (House house = busy(Load.DEFAULT);
                Wire first = house.connect().post("/v1/chat/completions", Json.chat(""))) {
            house.small.awaitSilence();
            Wire second = house.connect().post("/v1/chat/completions", Json.chat(""));
            awaitWaiting(house, 1);
            second.close();
            awaitWaiting(house, 0);
            assertThat(first).isNotNull();
        }
    }

    @Test
    void drainingTakesNoMoreAndCancelsWhatStaysTooLong() {
        try (House house = busy(Load.DEFAULT);
                Wire first = house.connect().post("/v1/chat/completions", Json.stream(""))) {
            house.small.awaitSilence();
            CompletableFuture<Boolean> drained =
                    CompletableFuture.supplyAsync(house.gateway()::drain);

            assertThat(drained.join()).isFalse();
            assertThat(first.read().body()).contains("shutting_down");
            assertThat(house.get("/health/ready").status()).isEqualTo(503);
            assertThat(house.get("/health/live").status()).isEqualTo(200);
            Wire.Got late = house.chat(Json.chat(""));
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.header("Retry-After")).isPresent();
        }
    }

    @Test
    void drainingWithNobodyThereIsDoneAtOnce() {
        House house = House.usual();
        house.clock = Time.system();
        try (house) {
            house.open().chat(Json.chat(""));

            assertThat(house.gateway().drain()).isTrue();
        }
    }
}
