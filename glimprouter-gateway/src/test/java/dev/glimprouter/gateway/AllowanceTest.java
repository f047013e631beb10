package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.expression.StrategyText;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a key is good for. */
class AllowanceTest {

    private static final String KEY = "gr-canary-11aa";
    private static final String BEARER = "Authorization: Bearer " + KEY;
    private static final ApiKeys KEYS = ApiKeys.of(List.of(ApiKeys.line("team-a", KEY)));

    @TempDir Path folder;

    private static House limited(House house, Allowance allowance, Optional<Path> ledger) {
        house.settings =
                house.settings.withAccess(
                        new Access(KEYS, Map.of("team-a", allowance), Allowance.ALL, ledger));
        return house;
    }

    private static House limited(Allowance allowance) {
        return limited(House.usual(), allowance, Optional.empty());
    }

    private static Wire.Got ask(House house, String json) {
        try (Wire wire = house.connect()) {
            return wire.post("/v1/chat/completions", json, BEARER).read();
        }
    }

    private static String code(Wire.Got got) {
        return Json.of(got.body()).path("error").path("code").asString();
    }

    private static String asked(String model, String fields) {
        return Json.chat(fields).replaceFirst("\"glimprouter\"", "\"" + model + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "glimprouter@quick | ## | 200",
                "glimprouter@quick | 'max_tokens':50 | 200",
                "glimprouter | ## | 403",
                "glimprouter@0.3 | ## | 403",
                "glimprouter@slow | ## | 403",
                "glimprouter@none | ## | 404",
                "glimprouter@quick | \"glimprouter\":{\"tau\":2} | 403",
                "glimprouter@quick | \"glimprouter\":{\"strategy\":\"large\"} | 403",
                "glimprouter | \"glimprouter\":{\"profile\":\"quick\"} | 200",
            })
    void aKeyIsForItsModelsOnly(String model, String fields, int status) {
        House house = limited(Allowance.ALL.withModels(Set.of("glimprouter@quick")));
        Profile glimpse =
                new Profile(
                        new StrategyText(Optional.empty(), Optional.of("0.5")), Optional.empty());
        house.profiles = Map.of("quick", glimpse, "slow", glimpse);
        try (house) {
            Wire.Got got = ask(house.open(), asked(model, fields));

            assertThat(got.status()).as(got.body()).isEqualTo(status);
            try (Wire wire = house.connect()) {
                String models = wire.get("/v1/models", BEARER).read().body();
                assertThat(models).contains("@quick").doesNotContain("@slow");
            }
        }
    }

    @Test
    void theRequestsOfAMinuteAreCounted() {
        try (House house = limited(Allowance.ALL.withRequestsPerMinute(1)).open()) {
            assertThat(ask(house, Json.chat("")).status()).isEqualTo(200);

            Wire.Got got = ask(house, Json.stream(""));

            assertThat(got.status()).isEqualTo(429);
            assertThat(got.header("Retry-After")).contains("60");
            assertThat(got.header("X-Should-Retry")).isEmpty();
            assertThat(code(got)).isEqualTo("rate_limit_exceeded");
        }
    }

    @Test
    void soAreItsTokensAsTheClientIsToldOfThem() {
        try (House house = limited(Allowance.ALL.withTokensPerMinute(1000)).open()) {
            int tokens =
                    Json.of(ask(house, Json.chat("")).body())
                            .path("usage")
                            .path("total_tokens")
                            .intValue();

            assertThat(house.get("/metrics", BEARER).body())
                    .contains("glimprouter_key_tokens_total{key=\"team-a\"} " + tokens + ".0");
        }
    }

    @Test
    void aBudgetIsSpentAcrossRestarts() throws Exception {
        Path file = folder.resolve("spent.jsonl");
        Allowance one = Allowance.ALL.withBudget(1);
        try (House house = limited(House.usual(), one, Optional.of(file)).open()) {
            assertThat(ask(house, Json.chat("")).status()).isEqualTo(200);
        }
        try (House house = limited(House.usual(), one, Optional.of(file)).open()) {
            Wire.Got got = ask(house, Json.chat(""));

            assertThat(got.status()).isEqualTo(429);
            assertThat(code(got)).isEqualTo("insufficient_quota");
            assertThat(got.header("X-Should-Retry")).contains("false");
            assertThat(got.header("Retry-After")).isEmpty();
        }
        assertThat(Files.readString(file)).contains("team-a").doesNotContain("canary");
    }

    @Test
    void whatAFailedRequestTookIsSpentToo() throws Exception {
        Path file = folder.resolve("spent.jsonl");
        House broken =
                House.of(
                        List.of(
                                Reply.text("Two.\n\n"),
                                Reply.failure(new IllegalStateException("broken"))),
                        List.of());
        try (House house = limited(broken, Allowance.ALL, Optional.of(file)).open()) {
            assertThat(ask(house, Json.chat("")).status()).isEqualTo(500);
        }
        assertThat(Files.readString(file)).contains("\"tokens\":");
    }

    @Test
    void othersOfTheSameGatewayAreNotHeldUp() {
        House house = House.of(List.of(Reply.silence()), List.of());
        limited(house, Allowance.ALL.withParallel(1), Optional.empty());
        house.settings = house.settings.withLoad(Load.DEFAULT.withParallel(2));
        try (house;
                Wire first =
                        house.open()
                                .connect()
                                .post("/v1/chat/completions", Json.chat(""), BEARER)) {
            house.small.awaitSilence();

            assertThat(code(ask(house, Json.chat("")))).isEqualTo("rate_limit_exceeded");
            assertThat(first).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasTheReplyMayComeAgainAtOnce(boolean stream) {
        try (House house = limited(Allowance.ALL.withParallel(1)).open()) {
            for (int i = 0; i < 20; i++) {
                Wire.Got got = ask(house, stream ? Json.stream("") : Json.chat(""));
                assertThat(got.status()).isEqualTo(200);
            }
        }
    }

    @Test
    void limitsAreThoseOfKeysAndBudgetsNeedAFile() {
        assertThatThrownBy(
                        () ->
                                new Access(
                                        KEYS,
                                        Map.of("team-b", Allowance.ALL),
                                        Allowance.ALL,
                                        Optional.empty()))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("team-b");
        assertThatThrownBy(
                        () ->
                                new Access(
                                        KEYS,
                                        Map.of(),
                                        Allowance.ALL.withBudget(1),
                                        Optional.empty()))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("file");
    }
}
