package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is told of each request once it has ended. */
class ReportTest {

    @Test
    void anAnsweredRequestIsToldWhole() {
        try (House house = House.usual()) {
            house.small = house.small.withTime(house.time);
            house.large = house.large.withTime(house.time);
            house.open().chat(Json.stream("'n':2"));
            RequestReport report = house.report();

            assertThat(report.id()).isEqualTo("test");
            assertThat(report.owner()).isEmpty();
            assertThat(report.asked()).contains(new RequestReport.Asked("glimprouter", true));
            assertThat(report.status()).isEqualTo(200);
            assertThat(report.outcome()).isEqualTo("ok");
            assertThat(report.error()).isEmpty();
            assertThat(report.times().waited()).contains(Duration.ZERO);
            assertThat(report.times().firstText()).isPresent();
            assertThat(report.work().strategy()).isEqualTo("glimpse(tau=1.0)");
            assertThat(report.work().steps(Writer.SMALL)).isEqualTo(2);
            assertThat(report.work().steps(Writer.LARGE)).isEqualTo(2);
            assertThat(report.work().promptTokens()).isPositive();
            assertThat(report.work().completionTokens()).isPositive();
            assertThat(house.reports).isEmpty();
        }
    }

    @Test
    void theTimesAreThoseOfTheClock() {
        try (House house =
                House.of(
                        List.of(
                                Reply.text("End.</think>")
                                        .entropy(0.2)
                                        .after(Duration.ofMillis(250))),
                        List.of(Reply.text("4").after(Duration.ofMillis(500))))) {
            house.small = house.small.withTime(house.time);
            house.large = house.large.withTime(house.time);
            house.open().chat(Json.stream(""));

            assertThat(house.report().times())
                    .isEqualTo(
                            new RequestReport.Times(
                                    Optional.of(Duration.ZERO),
                                    Optional.of(Duration.ofMillis(250)),
                                    Duration.ofMillis(750)));
        }
    }

    @Test
    void aRefusedRequestTellsNothingThatItsClientWrote() {
        try (House house = House.usual().open()) {
            house.chat("{\"model\":\"no\\nsuch\",\"messages\":[]}");
            RequestReport report = house.report();

            assertThat(report.asked()).isEmpty();
            assertThat(report.status()).isBetween(400, 404);
            assertThat(report.outcome()).isEqualTo("refused");
            assertThat(report.error()).isNotBlank();
            assertThat(report.work()).isEqualTo(RequestReport.Work.NONE);
            assertThat(report.json()).doesNotContain("such").doesNotContain("\n");
        }
    }

    @Test
    void aFailedModelIsAFailedRequest() {
        try (House house =
                House.of(List.of(Reply.failure(new IllegalStateException("2 and 2?"))), List.of())
                        .open()) {
            house.chat(Json.chat(""));
            RequestReport report = house.report();

            assertThat(report.status()).isEqualTo(500);
            assertThat(report.outcome()).isEqualTo("failed");
            assertThat(report.error()).isEqualTo("internal_error");
            assertThat(report.json()).doesNotContain("2 and 2");
        }
    }

    @Test
    void whoGoesAwayIsCancelled() {
        try (House house = House.of(List.of(Reply.silence()), List.of()).open()) {
            try (Wire wire = house.connect().post("/v1/chat/completions", Json.chat(""))) {
                house.small.awaitSilence();
                assertThat(wire).isNotNull();
            }
            RequestReport report = house.report();

            assertThat(report.outcome()).isEqualTo("cancelled");
            assertThat(report.status()).isEqualTo(499);
            assertThat(report.error()).isEqualTo("client_gone");
            assertThat(report.times().firstText()).isEmpty();
        }
    }

    @Test
    void whoIsNotLetInIsToldOfByNumber() {
        House house = House.usual();
        house.settings =
                house.settings.withKeys(ApiKeys.of(List.of(ApiKeys.line("team-a", "gr-a"))));
        try (house) {
            house.open().get("/v1/models", "Authorization: Bearer gr-b", "X-Request-Id: r-7");
            RequestReport report = house.report();

            assertThat(report.id()).isEqualTo("r-7");
            assertThat(report.owner()).isEmpty();
            assertThat(report.status()).isEqualTo(401);
            assertThat(report.error()).isEqualTo("turned_away");
        }
    }

    @Test
    void theLineHasEveryKeyAndNoLineEnd() {
        RequestReport report =
                new RequestReport(
                        Instant.parse("2026-11-28T10:15:30.123456Z"),
                        "r\"1\n{\u2028\u001b",
                        "team-a",
                        Optional.empty(),
                        429,
                        "refused",
                        "too_many_requests",
                        new RequestReport.Times(
                                Optional.empty(), Optional.empty(), Duration.ofNanos(1_234_567)),
                        RequestReport.Work.NONE);

        assertThat(report.json())
                .isEqualTo(
                        "{\"time\":\"2026-11-28T10:15:30.123Z\",\"request_id\":\"r\\\"1\\n{\\u2028\\u001B\","
                                + "\"key\":\"team-a\",\"model\":null,\"strategy\":null,\"stream\":false,"
                                + "\"status\":429,\"outcome\":\"refused\",\"error\":\"too_many_requests\","
                                + "\"queue_ms\":null,\"first_text_ms\":null,\"total_ms\":1.234,"
                                + "\"prompt_tokens\":0,\"completion_tokens\":0,"
                                + "\"steps_small\":0,\"steps_large\":0,\"discarded_tokens\":0}");
    }
}
