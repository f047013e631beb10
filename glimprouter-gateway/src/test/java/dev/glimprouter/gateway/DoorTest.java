package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Who comes in, and with what. */
class DoorTest {

    private static final String CANARY = "gr-canary-9c1f";

    private static House locked() {
        House house = House.usual();
        house.settings =
                house.settings.withKeys(ApiKeys.of(List.of(ApiKeys.line("team-a", CANARY))));
        return house.open();
    }

    private static Wire.Got models(House house, String... headers) {
        try (Wire wire = house.connect()) {
            return wire.get("/v1/models", headers).read();
        }
    }

    @Test
    void aKeyOpensTheDoor() {
        try (House house = locked()) {
            assertThat(models(house, "Authorization: Bearer " + CANARY).status()).isEqualTo(200);
            assertThat(models(house, "authorization: bearer " + CANARY).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: y",
                "Authorization: Bearer ",
                "Authorization: Bearer gr-wrong",
                "Authorization: Basic gr-canary-9c1f",
                "Authorization: Bearer gr-canary-9c1f'; drop table keys",
            })
    void nothingElseDoes(String header) {
        try (House house = locked()) {
            Wire.Got got = models(house, header);

            assertThat(got.status()).isEqualTo(401);
            assertThat(Json.of(got.body()).path("error").path("code").asString())
                    .isEqualTo("invalid_api_key");
            assertThat(got.body()).doesNotContain("canary").doesNotContain("wrong");
        }
    }

    @Test
    void healthIsEverybodysBusinessAndMetricsAreNot() {
        try (House house = locked()) {
            assertThat(house.get("/health/live").status()).isEqualTo(200);
            assertThat(house.get("/health/ready").status()).isEqualTo(200);
            assertThat(house.get("/metrics").status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health/../metrics",
                "/health/%2e%2e/metrics",
                "/health/..%2fmetrics",
                "/health/./../v1/models",
                "//health/../metrics",
                "/health/live/../../metrics",
            })
    void noWayLeadsAroundIt(String path) {
        try (House house = locked()) {
            assertThat(house.get(path).status()).isBetween(400, 404);
        }
    }

    @Test
    void keysAreNowhereInWhatKeepsThem() {
        ApiKeys keys = ApiKeys.of(List.of(ApiKeys.line("team-a", CANARY)));

        assertThat(keys.owner(CANARY)).contains("team-a");
        assertThat(keys.toString()).doesNotContain("canary");
        assertThat(ApiKeys.fresh()).startsWith("gr-").hasSize(46).isNotEqualTo(ApiKeys.fresh());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gr-canary-9c1f", "a sha256:12", "a b sha256:00", ""})
    void aLineThatIsNoKeyIsRefusedAndNotRepeated(String line) {
        assertThatThrownBy(() -> ApiKeys.of(List.of(line)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("key no. 1")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void othersComeInWithKeysOnly(String host) {
        GatewaySettings open = GatewaySettings.DEFAULT.withHost(host);

        assertThatThrownBy(() -> Gateway.check(open))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("keys");
        Gateway.check(open.withKeys(ApiKeys.of(List.of(ApiKeys.line("a", "b")))));
        Gateway.check(open.withHost("localhost"));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:1, 200",
        "127.0.0.1, 200",
        "[::1]:8080, 200",
        "evil.example:8080, 403",
        "localhost.evil.example, 403",
    })
    void atTheLoopbackOnlyItsOwnNamesAreAnsweredTo(String host, int status) {
        try (House house = House.usual().open()) {
            assertThat(models(house, "Host: " + host).status()).isEqualTo(status);
        }
    }

    @Test
    void aBodyThatDoesNotSayItIsJsonIsNotRead() {
        try (House house = House.usual().open();
                Wire wire = house.connect()) {
            Wire.Got got =
                    wire.send(
                                    "POST /v1/chat/completions",
                                    Json.chat(""),
                                    List.of("Content-Type: text/plain"))
                            .read();

            assertThat(got.status()).isEqualTo(415);
        }
    }

    @Test
    void aBodyBeyondTheBoundIsRefused() {
        House house = House.usual();
        house.settings = house.settings.withBounds(Bounds.DEFAULT.withBodyBytes(500));
        try (house) {
            Wire.Got got = house.open().chat(Json.chat("'user':'" + "x".repeat(500) + "'"));

            assertThat(got.status()).isEqualTo(413);
            assertThat(Json.of(got.body()).path("error").path("code").asString())
                    .isEqualTo("body_too_large");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{} {}",
                "{\"model\":\"a\",\"model\":\"b\"}",
                "{\"a\":NaN}",
                "{'a':1}",
            })
    void aBodyThatIsNoObjectIsRefused(String body) {
        try (House house = House.usual().open()) {
            Wire.Got got = house.chat(body);

            assertThat(got.status()).isEqualTo(400);
            assertThat(Json.of(got.body()).path("error").path("code").asString())
                    .isEqualTo("invalid_json");
        }
    }

    @Test
    void aBodyNestedTooDeepIsRefused() {
        String deep = "[".repeat(1000) + "]".repeat(1000);
        try (House house = House.usual().open()) {
            Wire.Got got = house.chat(Json.chat("'metadata':" + deep));

            assertThat(got.status()).isEqualTo(400);
            assertThat(got.body()).contains("nested");
        }
    }

    @Test
    void tooManyMessagesAreRefused() {
        House house = House.usual();
        house.settings = house.settings.withBounds(Bounds.DEFAULT.withMessages(2));
        String one = "{\"role\":\"user\",\"content\":\"x\"}";
        try (house) {
            Wire.Got got =
                    house.open()
                            .chat(
                                    "{\"model\":\"glimprouter\",\"messages\":[%s,%s,%s]}"
                                            .formatted(one, one, one));

            assertThat(got.status()).isEqualTo(400);
            assertThat(got.body()).contains("1 to 2 messages");
        }
    }

    @Test
    void headersBeyondTheBoundAreRefusedInTheSameShape() {
        try (House house = House.usual().open();
                Wire wire = house.connect()) {
            Wire.Got got = wire.get("/v1/models", "X-Long: " + "x".repeat(20_000)).read();

            assertThat(got.status()).isBetween(400, 499);
            assertThat(Json.of(got.body()).path("error").path("type").asString())
                    .isEqualTo("invalid_request_error");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /v1/chat/completions, 405",
        "GET /v1/nothing, 404",
        "GET /, 404",
        "DELETE /v1/models, 404",
        "GET /v1/models/glimprouter, 200",
        "GET /v1/models/gpt-5, 404",
        "GET /v1/models, 200",
        "GET /health/live, 200",
        "GET /metrics, 200",
    })
    void routes(String line, int status) {
        try (House house = House.usual().open();
                Wire wire = house.connect()) {
            Wire.Got got = wire.send(line, "", List.of()).read();

            assertThat(got.status()).isEqualTo(status);
            if (status >= 400) {
                assertThat(Json.of(got.body()).path("error").path("message").asString())
                        .isNotEmpty();
            }
        }
    }
}
