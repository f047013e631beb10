package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Spans of requests, as a collector gets them. */
class SpansTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String SAMPLED = "traceparent: 00-" + TRACE + "-" + CALLER + "-01";

    @TempDir Path folder;

    private static House traced(House house, SpanExport to) {
        house.settings = house.settings.withSpans(to);
        return house;
    }

    private static SpanExport to(Collector collector) {
        return SpanExport.DEFAULT.withEndpoint(collector.uri()).withSampleRate(1);
    }

    private static void ask(House house, String json, String... headers) {
        try (Wire wire = house.connect()) {
            wire.post("/v1/chat/completions", json, headers).read();
        }
        house.report();
    }

    private static void awaitFailure(House house) {
        while (true) {
            synchronized (house.failures) {
                if (!house.failures.isEmpty()) {
                    return;
                }
            }
            Thread.onSpinWait();
        }
    }

    private static SeenSpan named(List<SeenSpan> spans, String name) {
        return spans.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void aRequestIsASpanWithOneForEachStepAndOneForTheAnswer() {
        try (Collector collector = Collector.taking()) {
            House house = traced(House.usual(), to(collector));
            house.small = house.small.withTime(house.time);
            house.large = house.large.withTime(house.time);
            try (house) {
                ask(house.open(), Json.stream(""));
            }
            List<SeenSpan> spans = collector.await(4);
            SeenSpan request = named(spans, "chat glimprouter");
            List<SeenSpan> below =
                    spans.stream().filter(span -> span.parent().equals(request.id())).toList();

            assertThat(spans).hasSize(4).allMatch(span -> span.service().equals("glimprouter"));
            assertThat(below).extracting(SeenSpan::name).containsExactly("step", "step", "answer");
            assertThat(spans).allMatch(span -> span.trace().equals(request.trace()));
            assertThat(request.attributes())
                    .containsEntry("gen_ai.operation.name", "chat")
                    .containsEntry("gen_ai.provider.name", "glimprouter")
                    .containsEntry("gen_ai.request.model", "glimprouter")
                    .containsEntry("glimprouter.request.id", "test")
                    .containsEntry("glimprouter.outcome", "ok")
                    .containsEntry("glimprouter.strategy", "glimpse(tau=1.0)")
                    .containsEntry("http.response.status_code", 200L)
                    .containsKeys("gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens")
                    .doesNotContainKey("error.type");
            assertThat(below.getFirst().attributes())
                    .containsEntry("glimprouter.step", 0L)
                    .containsEntry("glimprouter.writer", "large")
                    .containsEntry("glimprouter.tau", 1.0)
                    .containsEntry("glimprouter.reason", "H_init >= tau")
                    .containsEntry("glimprouter.ended", "blank-line");
            assertThat((double) below.getFirst().attribute("glimprouter.h_init"))
                    .isBetween(1.4, 1.6);
            assertThat(below.get(1).attribute("glimprouter.writer")).isEqualTo("small");
            assertThat(below.getLast().attributes())
                    .containsEntry("glimprouter.writer", "large")
                    .containsEntry("glimprouter.stop", "finished");
        }
    }

    @Test
    void theTimesAreThoseOfTheEvents() {
        try (Collector collector = Collector.taking()) {
            House house =
                    traced(
                            House.of(
                                    List.of(
                                            Reply.text("End.</think>")
                                                    .entropy(0.2)
                                                    .after(Duration.ofMillis(250))),
                                    List.of(Reply.text("4").after(Duration.ofMillis(500)))),
                            to(collector));
            house.small = house.small.withTime(house.time);
            house.large = house.large.withTime(house.time);
            try (house) {
                ask(house.open(), Json.stream(""));
            }
            List<SeenSpan> spans = collector.await(3);
            long start = named(spans, "chat glimprouter").start();

            assertThat(spans)
                    .extracting(
                            SeenSpan::name,
                            span -> span.start() - start,
                            span -> span.end() - start)
                    .containsExactlyInAnyOrder(
                            tuple("step", 0L, 250_000_000L),
                            tuple("answer", 250_000_000L, 750_000_000L),
                            tuple("chat glimprouter", 0L, 750_000_000L));
        }
    }

    @Test
    void theCallersSpanIsAbove() {
        try (Collector collector = Collector.taking()) {
            try (House house = traced(House.usual(), to(collector).withSampleRate(0)).open()) {
                ask(house, Json.stream(""));
                ask(house, Json.stream(""), SAMPLED);
            }
            List<SeenSpan> spans = collector.await(4);

            assertThat(spans).hasSize(4).allMatch(span -> span.trace().equals(TRACE));
            assertThat(named(spans, "chat glimprouter").parent()).isEqualTo(CALLER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"traceparent: 00-xyz-1-01", "traceparent: ", "traceparent: 1"})
    void aCallerThatIsNoneStartsNothing(String header) {
        try (Collector collector = Collector.taking()) {
            try (House house = traced(House.usual(), to(collector)).open()) {
                ask(house, Json.stream(""), header);
            }

            assertThat(named(collector.await(4), "chat glimprouter").parent()).isEmpty();
        }
    }

    @Test
    void aRefusalIsNoErrorOfOursAndAFailureIs() {
        try (Collector collector = Collector.taking()) {
            House house =
                    traced(
                            House.of(
                                    List.of(
                                            Reply.text("So")
                                                    .entropy(0.2)
                                                    .thenFail(new IllegalStateException("canary"))),
                                    List.of()),
                            to(collector));
            try (house) {
                house.open();
                ask(house, Json.chat("'tools':[{}]"));
                ask(house, Json.chat(""));
            }
            List<SeenSpan> spans = collector.await(3);
            SeenSpan refused = named(spans, "chat");
            SeenSpan failed = named(spans, "chat glimprouter");

            assertThat(refused.failed()).isFalse();
            assertThat(refused.attribute("error.type")).isEqualTo("unsupported_parameter");
            assertThat(failed.failed()).isTrue();
            assertThat(failed.attribute("error.type")).isEqualTo("internal_error");
            assertThat(named(spans, "step").failed()).isTrue();
            assertThat(spans.toString()).doesNotContain("canary");
        }
    }

    @Test
    void headersComeFromWhereTheReferenceSays() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "to,ken=1%\n");
        try (Collector collector = Collector.taking()) {
            SpanExport to =
                    to(collector)
                            .withService("router-eu")
                            .withHeaders(
                                    Map.of(
                                            "authorization",
                                            "Bearer file:" + key,
                                            "x-tenant",
                                            "file:" + key));
            try (House house = traced(House.usual(), to).open()) {
                ask(house, Json.stream(""));
            }

            assertThat(collector.awaitExchange().request().header("Authorization"))
                    .contains("Bearer to,ken=1%");
            assertThat(collector.awaitExchange().request().header("X-Tenant"))
                    .contains("to,ken=1%");
            assertThat(collector.await(4)).allMatch(span -> span.service().equals("router-eu"));
        }
    }

    @Test
    @Timeout(60)
    void aCollectorThatTakesNothingIsToldOfOnceAndFailsNoRequest() {
        try (Collector collector = Collector.refusing()) {
            House house = traced(House.usual(), to(collector));
            try (house) {
                ask(house.open(), Json.stream(""));
                assertThat(house.get("/health/live").status()).isEqualTo(200);
            }
            awaitFailure(house);

            assertThat(house.failures).hasSize(1).allMatch(RetryableException.class::isInstance);
        }
    }

    @Test
    void withoutTheSectionNothingIsSent() {
        try (Collector collector = Collector.taking()) {
            try (House house = House.usual().open()) {
                ask(house, Json.stream(""), SAMPLED);
            }

            assertThat(collector.exchanges()).isEmpty();
        }
    }

    @Test
    void aReferenceThatLeadsNowhereIsAnErrorOfTheSetUp() {
        House house =
                traced(
                        House.usual(),
                        SpanExport.DEFAULT.withHeaders(
                                Map.of("api-key", "file:" + folder.resolve("none"))));

        assertThatThrownBy(house::open)
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("none");
    }

    @Test
    void whatIsNotAReferenceIsNotRepeated() {
        assertThatThrownBy(() -> SpanExport.DEFAULT.withHeaders(Map.of("api-key", "canary-secret")))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("api-key")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x", "collector:4318", "http://user:pw@x:1", "/v1/traces"})
    void anEndpointIsAWebAddress(String address) {
        assertThatThrownBy(() -> SpanExport.DEFAULT.withEndpoint(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pw");
    }
}
