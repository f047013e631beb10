package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.expression.StrategyText;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Something else is served while requests run. */
class ReplaceTest {

    private final AtomicInteger unused = new AtomicInteger();

    private void replace(House house) {
        house.gateway().replace(house.offer(), house.settings, unused::incrementAndGet);
    }

    private static String strategyOf(Wire.Got got) {
        return Json.of(got.body())
                .path("choices")
                .path(0)
                .path("glimprouter")
                .path("strategy")
                .asString();
    }

    @Test
    void theNextRequestGetsIt() {
        try (House house = House.usual().open()) {
            assertThat(strategyOf(house.chat(Json.chat("")))).isEqualTo("glimpse(tau=1.0)");

            house.strategy = new StrategyText(Optional.empty(), Optional.of("0.5"));
            replace(house);

            assertThat(strategyOf(house.chat(Json.chat("")))).isEqualTo("glimpse(tau=0.5)");
            assertThat(unused).hasValue(1);
            assertThat(house.get("/metrics").body())
                    .contains("glimprouter_config_last_reload_successful 1.0");
        }
    }

    @Test
    void aStreamThatRunsKeepsWhatItBeganWith() {
        House house = House.of(List.of(Reply.text("Two more").thenSilence()), List.of());
        try (house) {
            Wire wire = house.open().connect().post("/v1/chat/completions", Json.stream(""));
            house.small.awaitSilence();
            replace(house);

            assertThat(unused).hasValue(0);
            assertThat(house.small.openSessions()).isEqualTo(1);
            wire.close();
            awaitUnused();
        }
    }

    private void awaitUnused() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (unused.get() == 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(unused).hasValue(1);
    }

    @Test
    void whoWaitsIsLetInOnceThereIsRoomForMore() {
        House house = House.of(List.of(Reply.silence()), List.of());
        try (house) {
            house.open();
            try (Wire first = house.connect().post("/v1/chat/completions", Json.chat(""));
                    Wire second = waiting(house)) {
                house.settings = house.settings.withLoad(Load.DEFAULT.withParallel(2));
                replace(house);

                while (!house.get("/health/ready").body().contains("\"running\":2")) {
                    Thread.onSpinWait();
                }
                assertThat(first).isNotSameAs(second);
            }
        }
    }

    private static Wire waiting(House house) {
        house.small.awaitSilence();
        Wire second = house.connect().post("/v1/chat/completions", Json.chat(""));
        while (!house.get("/health/ready").body().contains("\"waiting\":1")) {
            Thread.onSpinWait();
        }
        return second;
    }

    @Test
    void aKeyThatIsTakenAwayOpensNothingAnyMore() {
        House house = House.usual();
        house.settings = house.settings.withKeys(ApiKeys.of(List.of(ApiKeys.line("a", "gr-a"))));
        try (house) {
            house.open();
            String old = "Authorization: Bearer gr-a";
            assertThat(house.get("/v1/models", old).status()).isEqualTo(200);

            house.settings =
                    house.settings.withKeys(ApiKeys.of(List.of(ApiKeys.line("b", "gr-b"))));
            replace(house);

            assertThat(house.get("/v1/models", old).status()).isEqualTo(401);
            assertThat(house.get("/v1/models", "Authorization: Bearer gr-b").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatHoldsUntilTheEndIsNotReplaced() {
        try (House house = House.usual().open()) {
            GatewaySettings elsewhere = house.settings.withPort(1);

            assertThatThrownBy(() -> house.gateway().replace(house.offer(), elsewhere, () -> {}))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining("serve.port");
            house.gateway().refusedReplacement();

            assertThat(house.chat(Json.chat("")).status()).isEqualTo(200);
            assertThat(house.get("/metrics").body())
                    .contains("glimprouter_config_last_reload_successful 0.0");
        }
    }
}
