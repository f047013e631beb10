package dev.glimprouter.openai.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.openai.internal.profile.Framing;
import dev.glimprouter.openai.internal.profile.Profile;
import dev.glimprouter.openai.internal.profile.ProfileReader;
import dev.glimprouter.openai.internal.profile.Profiles;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** What servers are sent. */
class RequestWriterTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static JsonNode body(Request request) {
        return MAPPER.readTree(request.bytes());
    }

    private static Ask ask(Generation generation) {
        return Ask.of(Samples.prompt("text"), "", generation, 0);
    }

    private static Generation until(Until until) {
        return new Generation(Sampling.GREEDY, 5, until, Distributions.NONE, -1);
    }

    @ParameterizedTest
    @CsvSource({
        "vllm, tokens, /v1/completions",
        "vllm, text, /v1/completions",
        "vllm, chat, /v1/chat/completions",
        "sglang, tokens, /v1/completions",
        "sglang, text, /v1/completions",
        "sglang, chat, /v1/chat/completions",
        "llama-server, tokens, /completion",
        "llama-server, mixed, /completion",
        "llama-server, text, /completion",
        "ollama, text, /api/generate",
        "completions, text, /v1/completions",
        "chat, chat, /v1/chat/completions",
    })
    void asksForAStepInTheServersOwnWords(String profile, String mode, String path) {
        Request request = RequestWriter.write(Profiles.named(profile), Samples.ask(mode));

        String golden = Samples.file("requests/%s-%s.json".formatted(profile, mode));
        assertThat(body(request)).isEqualTo(MAPPER.readTree(golden));
        assertThat(request.path()).isEqualTo(path);
        assertThat(request.framing())
                .isEqualTo(profile.equals("ollama") ? Framing.LINES : Framing.EVENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vllm", "sglang", "llama-server"})
    void stopsOnlyWhereTheTextEnds(String name) {
        Profile profile = Profiles.named(name);

        JsonNode reasoning = body(RequestWriter.write(profile, ask(until(Until.REASONING))));
        JsonNode answer = body(RequestWriter.write(profile, ask(until(Until.END_OF_SEQUENCE))));

        assertThat(reasoning.get("stop")).isEqualTo(MAPPER.readTree("[\"</think>\"]"));
        assertThat(answer.has("stop")).isFalse();
        profile.stops().keepField().ifPresent(field -> assertThat(answer.has(field)).isFalse());
    }

    @Test
    void leavesOutWhatIsNotAsked() {
        JsonNode body =
                body(RequestWriter.write(Profiles.named("vllm"), ask(until(Until.STEP)).whole()));

        for (String field :
                List.of("logprobs", "model", "request_id", "priority", "stream_options")) {
            assertThat(body.has(field)).as(field).isFalse();
        }
        assertThat(body.get("stream").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"vllm, -1", "sglang, -1", "llama-server, 0"})
    void switchesTopKOffInTheServersOwnWay(String profile, int off) {
        JsonNode body = body(RequestWriter.write(Profiles.named(profile), ask(until(Until.STEP))));

        assertThat(body.get("top_k").intValue()).isEqualTo(off);
        assertThat(body.get("min_p").doubleValue()).isZero();
        assertThat(body.get("temperature").doubleValue()).isZero();
        assertThat(body.get("top_p").doubleValue()).isEqualTo(1);
    }

    @Test
    void foldsSeedsIntoWhatEveryServerTakes() {
        for (long seed : new long[] {0, 7, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32}) {
            Generation generation =
                    new Generation(Sampling.DEFAULT, 5, Until.STEP, Distributions.NONE, seed);

            JsonNode body = body(RequestWriter.write(Profiles.named("vllm"), ask(generation)));

            assertThat(body.get("seed").longValue()).isBetween(0L, (long) Integer.MAX_VALUE);
        }
    }

    @Test
    void asksForNoMoreThanTheServersCap() {
        Profile five =
                ProfileReader.read("f", "{\"like\":\"completions\",\"logProbs\":{\"cap\":5}}");
        Profile none =
                ProfileReader.read("f", "{\"like\":\"completions\",\"logProbs\":{\"cap\":0}}");

        assertThat(body(RequestWriter.write(five, Samples.ask("text"))).get("logprobs").intValue())
                .isEqualTo(5);
        assertThat(body(RequestWriter.write(none, Samples.ask("text"))).has("logprobs")).isFalse();
    }

    @Test
    void aMessageThatHasNotBegunIsNotContinued() {
        Ask ask =
                Ask.of(
                        new PromptText.Chat(List.of(new Message(Role.SYSTEM, "s")), ""),
                        "M",
                        Samples.STEP,
                        0);

        JsonNode body = body(RequestWriter.write(Profiles.named("vllm"), ask));

        assertThat(body.get("messages")).hasSize(1);
        assertThat(body.has("continue_final_message")).isFalse();
    }

    @Test
    void refusesFormsThatTheServerDoesNotTake() {
        assertThatThrownBy(
                        () -> RequestWriter.write(Profiles.named("ollama"), Samples.ask("tokens")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ollama takes no prompt as TOKENS");
    }

    @Test
    void prefillsInEachServersWay() {
        JsonNode vllm = prefill("vllm", "tokens");
        assertThat(vllm.get("max_tokens").intValue()).isEqualTo(1);
        assertThat(vllm.get("stream").booleanValue()).isFalse();
        assertThat(vllm.has("logprobs")).isFalse();
        JsonNode llama = prefill("llama-server", "tokens");
        assertThat(llama.get("n_predict").intValue()).isZero();
        assertThat(llama.get("id_slot").intValue()).isEqualTo(3);
        assertThat(llama.get("cache_prompt").booleanValue()).isTrue();
        assertThat(prefill("sglang", "tokens"))
                .isEqualTo(
                        MAPPER.readTree(
                                """
                                {"input_ids": [151644, 872, 198, 151667, 198],
                                 "sampling_params": {"max_new_tokens": 0, "temperature": 0},
                                 "rid": "p7_t000012", "priority": 3, "stream": false}
                                """));
        assertThat(prefill("sglang", "chat").get("max_tokens").intValue()).isEqualTo(1);
        Profile never = ProfileReader.read("f", "{\"like\":\"vllm\",\"prefill\":\"none\"}");
        assertThat(RequestWriter.prefill(never, Samples.ask("text"))).isEmpty();
    }

    private static JsonNode prefill(String profile, String mode) {
        return body(
                RequestWriter.prefill(Profiles.named(profile), Samples.ask(mode)).orElseThrow());
    }

    @Test
    void abortsByIdOnlyWhereClosingIsLate() {
        Request abort = RequestWriter.abort(Profiles.named("sglang"), "p7_t000012").orElseThrow();

        assertThat(abort.path()).isEqualTo("/abort_request");
        assertThat(body(abort)).isEqualTo(MAPPER.readTree("{\"rid\":\"p7_t000012\"}"));
        assertThat(RequestWriter.abort(Profiles.named("vllm"), "p7_t000012")).isEmpty();
    }

    @Test
    void writingDoesNotChangeTheProfile() {
        Profile ollama = Profiles.named("ollama");
        JsonNode first = body(RequestWriter.write(ollama, Samples.ask("text")));

        RequestWriter.write(ollama, ask(until(Until.REASONING)));

        assertThat(body(RequestWriter.write(ollama, Samples.ask("text")))).isEqualTo(first);
        assertThat(ollama.routes().getFirst().extra().get("options"))
                .isEqualTo(MAPPER.readTree("{\"num_ctx\":12288}"));
    }
}
