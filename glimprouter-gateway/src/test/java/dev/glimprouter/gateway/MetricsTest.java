package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What is counted, and that no text is. */
class MetricsTest {

    private static final String MODEL =
            "gen_ai_operation_name=\"chat\",gen_ai_provider_name=\"glimprouter\",gen_ai_request_model=\"glimprouter\"";

    @Test
    void whatAnAnswerTookIsCounted() {
        try (House house = House.usual().open()) {
            house.chat(Json.stream(""));
            String text = house.get("/metrics").body();

            assertThat(text)
                    .contains("glimprouter_steps_total{writer=\"large\"} 1.0")
                    .contains("glimprouter_steps_total{writer=\"small\"} 1.0")
                    .contains("glimprouter_h_init_nats_count 2")
                    .contains(
                            "gen_ai_server_request_duration_seconds_count{"
                                    + MODEL
                                    + ",outcome=\"ok\",stream=\"true\"} 1")
                    .contains("gen_ai_server_time_to_first_token_seconds_count{" + MODEL + "} 1")
                    .contains("glimprouter_requests_running 0.0")
                    .contains("glimprouter_tokens_total{kind=\"generated\",writer=\"large\"}")
                    .doesNotContain("2 and 2")
                    .doesNotContain("boxed");
        }
    }

    @Test
    void aRefusedRequestIsNoFailure() {
        try (House house = House.usual().open()) {
            house.chat(Json.chat("'tools':[{}]"));

            assertThat(house.get("/metrics").body())
                    .contains("outcome=\"refused\"")
                    .doesNotContain("outcome=\"failed\"");
        }
    }

    @Test
    void whatAClientWritesBehindTheNameMakesNoNewSeries() {
        try (House house = House.usual().open()) {
            for (String tau : List.of("0.1", "0.2", "0.3")) {
                house.chat(Json.chat("").replace("\"glimprouter\"", "\"glimprouter@" + tau + "\""));
            }
            for (int i = 0; i < 3; i++) {
                assertThat(house.report().asked().orElseThrow().model())
                        .startsWith("glimprouter@0.");
            }

            assertThat(house.get("/metrics").body())
                    .contains("gen_ai_request_model=\"glimprouter\"")
                    .doesNotContain("glimprouter@");
        }
    }
}
