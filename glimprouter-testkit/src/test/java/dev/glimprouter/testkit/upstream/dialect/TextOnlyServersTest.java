package dev.glimprouter.testkit.upstream.dialect;

import static dev.glimprouter.testkit.upstream.dialect.Stand.choice;
import static dev.glimprouter.testkit.upstream.dialect.Stand.json;
import static dev.glimprouter.testkit.upstream.dialect.Stand.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.List;

/** Ollama and hosted services, which take no tokens. */
class TextOnlyServersTest {

    private static final Script STEP = Script.looping(Reply.tokens("So", ".\n\nMore"));

    @Test
    void ollamaStreamsLines() throws Exception {
        Dialect dialect = Dialects.ollama(STEP);
        try (Stand stand = new Stand(dialect)) {
            HttpResponse<String> response =
                    stand.send(
                            "/api/generate",
                            "{'model':'m','prompt':'Why?','raw':true,'logprobs':true,"
                                    + "'top_logprobs':2,'options':{'num_predict':9,"
                                    + "'stop':['\\n\\n'],'temperature':0.6}}");
            assertThat(response.headers().firstValue("content-type"))
                    .contains("application/x-ndjson");
            List<JsonNode> lines = response.body().lines().map(Stand::json).toList();
            assertThat(lines.stream().map(line -> line.path("response").stringValue()))
                    .containsExactly("So", ".", "");
            JsonNode entry = lines.getFirst().path("logprobs").get(0);
            assertThat(entry.path("top_logprobs")).hasSize(2);
            assertThat(entry.has("id")).isFalse();
            JsonNode last = lines.getLast();
            assertThat(last.path("done_reason").stringValue()).isEqualTo("stop");
            assertThat(last.path("eval_count").intValue()).isEqualTo(2);
            assertThat(dialect.text(dialect.prompts().getFirst())).isEqualTo("Why?");
        }
    }

    @Test
    void ollamaTellsWhatItIsAndRefusesTooManyLogprobs() throws Exception {
        try (Stand stand = new Stand(Dialects.ollama(STEP))) {
            assertThat(stand.get("/api/version").path("version").isString()).isTrue();
            JsonNode info = stand.post("/api/show", "{'model':'m'}").path("model_info");
            assertThat(info.path("script.context_length").intValue()).isEqualTo(4096);
            HttpResponse<String> refused =
                    stand.send("/api/generate", "{'prompt':'x','top_logprobs':21}");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(json(refused.body()).path("error").isString()).isTrue();
            JsonNode whole =
                    stand.post(
                            "/api/generate",
                            "{'prompt':'x','stream':false,'options':{'num_predict':1}}");
            assertThat(whole.path("response").stringValue()).isEqualTo("So");
            assertThat(whole.path("done_reason").stringValue()).isEqualTo("length");
        }
    }

    @Test
    void aHostedServiceKeepsToTheInterface() throws Exception {
        try (Stand stand = new Stand(Dialects.openAi(STEP))) {
            List<JsonNode> chunks =
                    stand.stream(
                            "/v1/completions",
                            "{'prompt':'Why?','stop':['\\n\\n'],'logprobs':2,'stream':true,"
                                    + "'stream_options':{'include_usage':true}}");
            assertThat(texts(chunks)).containsExactly("So", ".", "");
            assertThat(choice(chunks.getFirst()).path("logprobs").path("top_logprobs").get(0))
                    .hasSize(2);
            assertThat(chunks.getLast().path("choices")).isEmpty();
            for (String body : List.of("{'prompt':[1]}", "{'prompt':'x','top_k':20}")) {
                assertThat(stand.send("/v1/completions", body).statusCode()).isEqualTo(400);
            }
        }
    }

    @Test
    void aHostedChatContinuesTheAssistantsMessage() throws Exception {
        Dialect dialect = Dialects.openAi(STEP);
        try (Stand stand = new Stand(dialect)) {
            List<JsonNode> chunks =
                    stand.stream(
                            "/v1/chat/completions",
                            "{'messages':[{'role':'user','content':'Why?'},"
                                    + "{'role':'assistant','content':'<think>\\n'}],"
                                    + "'logprobs':true,'top_logprobs':2,'stop':'\\n\\n',"
                                    + "'stream':true}");
            assertThat(choice(chunks.getFirst()).path("delta").path("role").isString()).isTrue();
            assertThat(choice(chunks.get(1)).path("delta").path("content").stringValue())
                    .isEqualTo("So");
            assertThat(choice(chunks.getLast()).path("finish_reason").stringValue())
                    .isEqualTo("stop");
            assertThat(dialect.text(dialect.prompts().getFirst())).endsWith("<think>\n");
        }
        try (Stand small = new Stand(dialect.withContext(2))) {
            HttpResponse<String> full =
                    small.send(
                            "/v1/chat/completions",
                            "{'messages':[{'role':'user','content':'Why?'}]}");
            assertThat(json(full.body()).path("error").path("code").stringValue())
                    .isEqualTo("context_length_exceeded");
        }
    }
}
