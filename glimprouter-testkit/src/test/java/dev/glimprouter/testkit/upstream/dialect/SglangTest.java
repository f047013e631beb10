package dev.glimprouter.testkit.upstream.dialect;

import static dev.glimprouter.testkit.upstream.dialect.Stand.choice;
import static dev.glimprouter.testkit.upstream.dialect.Stand.json;
import static dev.glimprouter.testkit.upstream.dialect.Stand.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Client;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Gate;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** SGLang's shapes and rules. */
class SglangTest {

    @Test
    void outputWaitsWhileItMayBecomeAStop() throws Exception {
        Reply reply = Reply.tokens("\n", "So", ".\n", "\nMore");
        try (Stand stand = new Stand(Dialects.sglang(Script.looping(reply)))) {
            List<JsonNode> chunks =
                    stand.stream(
                            "/v1/completions",
                            "{'prompt':[70],'stop':['\\n\\n'],'no_stop_trim':true,'logprobs':2,"
                                    + "'stream':true,'stream_options':{'include_usage':true}}");
            assertThat(texts(chunks)).containsExactly("\nSo", ".\n\n");
            JsonNode first = choice(chunks.getFirst()).path("logprobs");
            assertThat(first.path("tokens")).hasSize(2);
            assertThat(first.path("text_offset")).isEqualTo(json("[-1,-1]"));
            JsonNode last = choice(chunks.get(1));
            assertThat(last.path("finish_reason").stringValue()).isEqualTo("stop");
            assertThat(last.path("matched_stop").stringValue()).isEqualTo("\n\n");
            assertThat(chunks.getLast().path("usage").path("completion_tokens").intValue())
                    .isEqualTo(4);
        }
    }

    @Test
    void theEndOfTheSequenceIsMatchedById() throws Exception {
        try (Stand stand = new Stand(Dialects.sglang(Script.looping(Reply.text("a"))))) {
            JsonNode ended = choice(stand.post("/v1/completions", "{'prompt':'x'}"));
            assertThat(ended.path("matched_stop").intValue()).isZero();
            assertThat(ended.path("matched_stop").isNumber()).isTrue();
            assertThat(ended.path("logprobs").isNull()).isTrue();
        }
    }

    @Test
    void logprobsAreToldAfterTemperature() throws Exception {
        Dialect dialect = Dialects.sglang(Script.looping(Reply.text("a").entropy(2)));
        try (Stand cool = new Stand(dialect);
                Stand raw = new Stand(dialect.with(Quirk.LOGPROBS_RAW))) {
            double one = first(cool, 1);
            assertThat(first(cool, 0.6)).isGreaterThan(one);
            assertThat(first(cool, 0)).isEqualTo(one);
            assertThat(first(raw, 0.6)).isEqualTo(one);
        }
    }

    private static double first(Stand stand, double temperature) throws Exception {
        String body = "{'prompt':'x','logprobs':2,'temperature':" + temperature + "}";
        JsonNode logprobs = choice(stand.post("/v1/completions", body)).path("logprobs");
        return logprobs.path("token_logprobs").get(0).doubleValue();
    }

    @Test
    void anExplicitAbortEndsTheStream() throws Exception {
        Dialect dialect = Dialects.sglang(Script.looping(Reply.endless("on")));
        Gate gate = new Gate();
        try (Stand stand =
                        new Stand(
                                Faults.changed(
                                        "/v1/completions",
                                        play -> play.beforeEvents(new Act.Wait(gate)),
                                        dialect));
                InputStream body =
                        stand.client
                                .open(
                                        "/v1/completions",
                                        Stand.quoted(
                                                "{'prompt':'x','rid':'p7_t12','stream':true,"
                                                        + "'max_tokens':999}"))
                                .body()) {
            gate.let(1);
            stand.server.awaitExchange(0).awaitTokens(1);
            assertThat(stand.send("/abort_request", "{'rid':'p7'}").statusCode()).isEqualTo(200);
            gate.open();
            String stream = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            List<String> data = Client.data(stream);
            assertThat(data.getLast()).isEqualTo("[DONE]");
            assertThat(data.get(data.size() - 2)).contains("\"finish_reason\":\"abort\"");
            assertThat(dialect.aborted()).containsExactly("p7");
            JsonNode later = stand.post("/v1/completions", "{'prompt':'x','rid':'p7_t13'}");
            assertThat(choice(later).path("finish_reason").stringValue()).isEqualTo("length");
        }
    }

    @Test
    void anAssistantsLastMessageBecomesTheUsersWithoutTheFlag() throws Exception {
        Dialect dialect = Dialects.sglang(Script.looping(Reply.text("a")));
        try (Stand stand = new Stand(dialect)) {
            String body =
                    "{'messages':[{'role':'user','content':'Why?'},"
                            + "{'role':'assistant','content':'So'}],'max_tokens':9%s}";
            stand.post("/v1/chat/completions", body.formatted(""));
            stand.post("/v1/chat/completions", body.formatted(",'continue_final_message':true"));
            assertThat(dialect.prompts().stream().map(dialect::text))
                    .containsExactly(
                            "<|user|>Why?<|end|><|user|>So<|end|><|assistant|>",
                            "<|user|>Why?<|end|><|assistant|>So");
        }
    }

    @Test
    void itTellsWhatItIsAndRefusesInItsWords() throws Exception {
        Dialect dialect = Dialects.sglang(Script.looping(Reply.text("a"))).withContext(8);
        try (Stand stand = new Stand(dialect)) {
            assertThat(stand.get("/server_info").path("version").isString()).isTrue();
            assertThat(stand.get("/model_info").path("is_generation").booleanValue()).isTrue();
            assertThat(stand.get("/v1/models").path("data").get(0).path("max_model_len").intValue())
                    .isEqualTo(8);
            HttpResponse<String> total =
                    stand.send("/v1/completions", "{'prompt':'a b c','max_tokens':6}");
            assertThat(json(total.body()).path("message").stringValue())
                    .startsWith("Requested token count exceeds the model's maximum context length");
            HttpResponse<String> input =
                    stand.send("/v1/completions", "{'prompt':'a b c d e f g h i'}");
            assertThat(json(input.body()).path("message").stringValue())
                    .isEqualTo(
                            "The input (9 tokens) is longer than the model's context length"
                                    + " (8 tokens).");
        }
    }
}
