package dev.glimprouter.testkit.upstream.dialect;

import static dev.glimprouter.testkit.upstream.dialect.Stand.choice;
import static dev.glimprouter.testkit.upstream.dialect.Stand.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.Client;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.List;

/** llama-server's shapes and rules. */
class LlamaServerTest {

    private static Stand stand(Reply... replies) {
        return new Stand(Dialects.llamaServer(Script.looping(replies)));
    }

    @Test
    void aStepIsStreamedNatively() throws Exception {
        try (Stand stand = stand(Reply.tokens("So", ".", "\n", "\nMore").entropy(1))) {
            HttpResponse<String> response =
                    stand.send(
                            "/completion",
                            "{'prompt':[70,71],'n_predict':9,'stop':['\\n\\n'],'n_probs':3,"
                                    + "'id_slot':2,'stream':true}");
            assertThat(response.body()).doesNotContain("[DONE]");
            List<JsonNode> chunks = Client.data(response.body()).stream().map(Stand::json).toList();
            assertThat(chunks.stream().map(chunk -> chunk.path("content").stringValue()))
                    .containsExactly("So", ".", "", "", "");
            JsonNode first = chunks.getFirst();
            assertThat(first.path("stop").booleanValue()).isFalse();
            JsonNode entry = first.path("completion_probabilities").get(0);
            assertThat(entry.path("id")).isEqualTo(first.path("tokens").get(0));
            assertThat(entry.path("top_logprobs")).hasSize(3);
            assertThat(entry.path("top_logprobs").get(0).path("id")).isEqualTo(entry.path("id"));
            JsonNode held = chunks.get(2).path("completion_probabilities").get(0);
            assertThat(held.path("token").stringValue()).isEmpty();
            assertThat(held.path("top_logprobs").get(0).path("token").stringValue())
                    .isEqualTo("\n");
            JsonNode last = chunks.getLast();
            assertThat(last.path("stop").booleanValue()).isTrue();
            assertThat(last.path("stop_type").stringValue()).isEqualTo("word");
            assertThat(last.path("stopping_word").stringValue()).isEqualTo("\n\n");
            assertThat(last.path("id_slot").intValue()).isEqualTo(2);
            assertThat(last.has("completion_probabilities")).isFalse();
            assertThat(last.path("timings").path("prompt_n").intValue()).isEqualTo(2);
            assertThat(last.path("timings").path("predicted_n").intValue()).isEqualTo(4);
        }
    }

    @Test
    void theEndAndTheLimitAreToldApart() throws Exception {
        try (Stand stand = stand(Reply.tokens("a", "b"))) {
            JsonNode ended = stand.post("/completion", "{'prompt':'x','return_tokens':true}");
            assertThat(ended.path("content").stringValue()).isEqualTo("ab");
            assertThat(ended.path("stop_type").stringValue()).isEqualTo("eos");
            assertThat(ended.path("tokens")).hasSize(3);
            JsonNode cut = stand.post("/completion", "{'prompt':'x','n_predict':0}");
            assertThat(cut.path("content").stringValue()).isEqualTo("a");
            assertThat(cut.path("stop_type").stringValue()).isEqualTo("limit");
        }
    }

    @Test
    void aSlotKeepsItsTextOnly() throws Exception {
        try (Stand stand = stand(Reply.tokens("x", "y"))) {
            String body = "{'prompt':[70,71,72%s],'id_slot':%d,'n_predict':2}";
            assertThat(cached(stand, body.formatted("", 0))).isZero();
            assertThat(cached(stand, body.formatted("", 1))).isZero();
            assertThat(cached(stand, body.formatted("", 0))).isEqualTo(2);
            List<Integer> own =
                    List.of(
                            stand.post("/tokenize", "{'content':'x'}")
                                    .path("tokens")
                                    .get(0)
                                    .intValue());
            assertThat(cached(stand, body.formatted("," + own.getFirst() + ",99", 0))).isEqualTo(4);
        }
    }

    private static int cached(Stand stand, String body) throws Exception {
        JsonNode answer = stand.post("/completion", body);
        int cached = answer.path("timings").path("cache_n").intValue();
        assertThat(cached + answer.path("timings").path("prompt_n").intValue())
                .isEqualTo(answer.path("tokens_evaluated").intValue());
        return cached;
    }

    @Test
    void aFragmentOfACharacterLosesItsProbabilities() throws Exception {
        Dialect dialect = Dialects.llamaServer(Script.looping(Reply.tokens("\u00fc", "b")));
        try (Stand stand = new Stand(dialect.with(Quirk.SPLIT_CHARACTERS))) {
            List<JsonNode> chunks =
                    stand.stream("/completion", "{'prompt':'x','n_probs':2,'stream':true}");
            assertThat(chunks.stream().map(chunk -> chunk.path("content").stringValue()))
                    .containsExactly("\u00fc", "b", "", "");
            assertThat(chunks.getLast().path("tokens_predicted").intValue()).isEqualTo(4);
            JsonNode fragment = chunks.getFirst().path("tokens").get(0);
            JsonNode pieces = stand.post("/tokenize", "{'content':'\u00fc','with_pieces':true}");
            assertThat(pieces.path("tokens").get(0).path("piece").stringValue())
                    .isEqualTo("\u00fc");
            assertThat(pieces.path("tokens").get(0).path("id")).isNotEqualTo(fragment);
        }
    }

    @Test
    void openAisPathsListEntriesWithIdsAndHideWhatStopped() throws Exception {
        try (Stand stand = stand(Reply.tokens("a", "\n\n"))) {
            List<JsonNode> chunks =
                    stand.stream(
                            "/v1/completions",
                            "{'prompt':'x','stop':['\\n\\n'],'logprobs':2,'stream':true}");
            JsonNode first = choice(chunks.getFirst());
            assertThat(first.path("logprobs").path("content").get(0).path("id").isNumber())
                    .isTrue();
            JsonNode last = chunks.getLast();
            assertThat(choice(last).path("finish_reason").stringValue()).isEqualTo("stop");
            assertThat(choice(last).has("stop_reason")).isFalse();
            assertThat(last.path("timings").path("predicted_n").intValue()).isEqualTo(2);
        }
    }

    @Test
    void theTemplateIsAppliedAndAPrefixGoesOn() throws Exception {
        try (Stand stand = stand(Reply.text("a"))) {
            String user = "{'role':'user','content':'Why?'}";
            String assistant = "{'role':'assistant','content':'So'}";
            assertThat(
                            stand.post("/apply-template", "{'messages':[" + user + "]}")
                                    .path("prompt")
                                    .stringValue())
                    .isEqualTo("<|user|>Why?<|end|><|assistant|>");
            String both = "{'messages':[" + user + "," + assistant + "]}";
            assertThat(stand.post("/apply-template", both).path("prompt").stringValue())
                    .isEqualTo("<|user|>Why?<|end|><|assistant|>So");
            String three = "{'messages':[" + user + "," + assistant + "," + assistant + "]}";
            assertThat(stand.send("/v1/chat/completions", three).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void itTellsWhatItIs() throws Exception {
        Dialect dialect = Dialects.llamaServer(Script.looping(Reply.text("a"))).withSlots(3);
        try (Stand stand = new Stand(dialect)) {
            JsonNode props = stand.get("/props");
            assertThat(props.path("total_slots").intValue()).isEqualTo(3);
            assertThat(props.path("default_generation_settings").path("n_ctx").intValue())
                    .isEqualTo(4096);
            assertThat(props.path("chat_template").stringValue()).contains("<|assistant|>");
            assertThat(props.path("build_info").stringValue()).startsWith("b11434");
            JsonNode meta = stand.get("/v1/models").path("data").get(0).path("meta");
            assertThat(meta.path("n_vocab").intValue()).isEqualTo(Vocabulary.SIZE);
            assertThat(stand.get("/health")).isEqualTo(json("{\"status\":\"ok\"}"));
            HttpResponse<String> taken = stand.send("/completion", "{'prompt':'x','id_slot':3}");
            assertThat(taken.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void controlWordsInAMessageStayPlainOnDemand() throws Exception {
        try (Stand stand =
                new Stand(
                        Dialects.llamaServer(Script.looping(Reply.text("a")))
                                .with(Quirk.BEGIN_TOKEN))) {
            String body = "{'content':'<|end|>x','add_special':%s,'parse_special':%s}";
            JsonNode special = stand.post("/tokenize", body.formatted(true, true));
            JsonNode plain = stand.post("/tokenize", body.formatted(false, false));
            assertThat(special.path("tokens")).hasSize(3);
            assertThat(special.path("tokens").get(0).intValue()).isEqualTo(Vocabulary.BEGIN);
            assertThat(plain.path("tokens")).hasSize(1);
        }
    }

    @Test
    void aLoadingModelAndAFullContextAreRefusedInItsWords() throws Exception {
        Dialect dialect =
                Dialects.llamaServer(Script.looping(Reply.text("a"))).withContext(3).loadingFor(1);
        try (Stand stand = new Stand(dialect)) {
            HttpResponse<String> loading = stand.client.get("/health");
            assertThat(loading.statusCode()).isEqualTo(503);
            assertThat(json(loading.body()).path("error").path("message").stringValue())
                    .isEqualTo("Loading model");
            HttpResponse<String> full = stand.send("/completion", "{'prompt':'a b c'}");
            assertThat(full.statusCode()).isEqualTo(400);
            JsonNode error = json(full.body()).path("error");
            assertThat(error.path("type").stringValue()).isEqualTo("exceed_context_size_error");
            assertThat(error.path("n_prompt_tokens").intValue()).isEqualTo(3);
            assertThat(error.path("n_ctx").intValue()).isEqualTo(3);
        }
    }
}
