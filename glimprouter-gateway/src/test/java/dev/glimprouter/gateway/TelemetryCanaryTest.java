package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.upstream.Exchange;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Neither keys nor texts are in reports, spans or metrics. */
class TelemetryCanaryTest {

    private static final String KEY = "gr-canary-5d1c";

    private final List<String> told = new ArrayList<>();

    private House house(Collector collector) {
        House house =
                House.of(
                        List.of(
                                Reply.text("canary thought.\n\n").entropy(0.2),
                                Reply.text("canary end.</think>").entropy(0.2)),
                        List.of(Reply.text("canary answer")));
        house.settings =
                house.settings
                        .withKeys(ApiKeys.of(List.of(ApiKeys.line("team-a", KEY))))
                        .withSpans(
                                SpanExport.DEFAULT.withEndpoint(collector.uri()).withSampleRate(1));
        return house;
    }

    private void ask(House house, String key, String json, String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        headers.add("Authorization: Bearer " + key);
        try (Wire wire = house.connect()) {
            wire.post("/v1/chat/completions", json, headers.toArray(String[]::new)).read();
        }
        told.add(house.report().json());
    }

    @Test
    void nobodyOutsideSeesThem() {
        try (Collector collector = Collector.taking()) {
            try (House house = house(collector).open()) {
                String chat = Json.stream("").replace("2 and 2?", "canary question");
                ask(house, KEY, chat);
                ask(house, KEY, chat, "tracestate: x=1", "X-Request-Id: canary\u00e9");
                ask(house, KEY, chat.replace("\"stream\"", "\"canary\""));
                ask(house, KEY, chat.replace("\"glimprouter\"", "\"canary@1\""));
                ask(house, KEY, "{\"canary\":");
                ask(house, KEY + "-wrong", chat);
                told.add(house.get("/metrics", "Authorization: Bearer " + KEY).body());
            }
            assertThat(collector.await(11)).anyMatch(span -> span.name().equals("answer"));
            for (Exchange exchange : collector.exchanges()) {
                told.add(new String(exchange.request().body(), StandardCharsets.UTF_8));
                told.add(exchange.request().headers().toString());
            }
        }

        assertThat(told).anyMatch(text -> text.contains("team-a"));
        assertThat(told).noneMatch(text -> text.contains("canary"));
    }
}
