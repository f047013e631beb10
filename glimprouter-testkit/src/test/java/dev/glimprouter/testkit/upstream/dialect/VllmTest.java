package dev.glimprouter.testkit.upstream.dialect;

import static dev.glimprouter.testkit.upstream.dialect.Stand.choice;
import static dev.glimprouter.testkit.upstream.dialect.Stand.json;
import static dev.glimprouter.testkit.upstream.dialect.Stand.quoted;
import static dev.glimprouter.testkit.upstream.dialect.Stand.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.List;

/** vLLM's shapes and rules. */
class VllmTest {

    private static final Reply STEP = Reply.tokens("So", " it", " is", ".\n\nMore", " text");

    private static Stand stand(Reply... replies) {
        return new Stand(Dialects.vllm(Script.looping(replies)));
    }

    @Test
    void aStepIsStreamedWithTokenIdsAndKeptStop() throws Exception {
        try (Stand stand = stand(STEP.entropy(1.5))) {
            List<JsonNode> chunks =
                    stand.stream(
                            "/v1/completions",
                            """
                            {'model':'m','prompt':'Tell me','max_tokens':64,'temperature':0.6,\
                            'stop':['\\n\\n'],'include_stop_str_in_output':true,'logprobs':20,\
                            'return_tokens_as_token_ids':true,'return_token_ids':true,\
                            'stream':true,'stream_options':{'include_usage':true}}""");
            assertThat(texts(chunks)).containsExactly("So", " it", " is", ".\n\n");
            JsonNode first = choice(chunks.getFirst());
            assertThat(first.path("finish_reason").isNull()).isTrue();
            assertThat(first.path("prompt_token_ids")).hasSize(2);
            JsonNode logprobs = first.path("logprobs");
            int id = first.path("token_ids").get(0).intValue();
            assertThat(logprobs.path("tokens").get(0).stringValue()).isEqualTo("token_id:" + id);
            assertThat(logprobs.path("text_offset").get(0).intValue()).isZero();
            assertThat(logprobs.path("top_logprobs").get(0)).hasSize(20);
            double logprob = logprobs.path("token_logprobs").get(0).doubleValue();
            assertThat(logprobs.path("top_logprobs").get(0).path("token_id:" + id).doubleValue())
                    .isEqualTo(logprob)
                    .isBetween(-1.5, -0.1);
            JsonNode last = choice(chunks.get(3));
            assertThat(last.path("finish_reason").stringValue()).isEqualTo("stop");
            assertThat(last.path("stop_reason").stringValue()).isEqualTo("\n\n");
            assertThat(last.path("token_ids").get(0).intValue()).isEqualTo(4);
            JsonNode usage = chunks.getLast();
            assertThat(usage.path("choices")).isEmpty();
            assertThat(usage.path("usage"))
                    .isEqualTo(
                            json(
                                    quoted(
                                            "{'prompt_tokens':2,'total_tokens':6,"
                                                    + "'completion_tokens':4,"
                                                    + "'prompt_tokens_details':"
                                                    + "{'cached_tokens':0}}")));
            assertThat(stand.server.awaitExchange(0).written().tokens()).isEqualTo(4);
        }
    }

    @Test
    void textIsHeldBackWhereStopsAreCutOff() throws Exception {
        try (Stand stand = stand(Reply.tokens("a", "bc", "\n", "\n"))) {
            List<JsonNode> chunks =
                    stand.stream(
                            "/v1/completions",
                            "{'prompt':[70],'stop':'\\n\\n','logprobs':1,'stream':true}");
            assertThat(texts(chunks)).containsExactly("", "ab", "c", "");
            assertThat(choice(chunks.getFirst()).path("logprobs").path("tokens").get(0).asString())
                    .isEqualTo("a");
        }
    }

    @Test
    void theEndAndTheLimitAreToldApart() throws Exception {
        try (Stand stand = stand(Reply.tokens("a", "b"))) {
            JsonNode ended = choice(stand.post("/v1/completions", "{'prompt':'x'}"));
            assertThat(ended.path("text").stringValue()).isEqualTo("ab");
            assertThat(ended.path("finish_reason").stringValue()).isEqualTo("stop");
            assertThat(ended.path("stop_reason").isNull()).isTrue();
            JsonNode cut = choice(stand.post("/v1/completions", "{'prompt':'x','max_tokens':1}"));
            assertThat(cut.path("text").stringValue()).isEqualTo("a");
            assertThat(cut.path("finish_reason").stringValue()).isEqualTo("length");
        }
    }

    @Test
    void minTokensDelayStops() throws Exception {
        try (Stand stand = stand(Reply.tokens("\n\n", "a", "\n\n"))) {
            String body = "{'prompt':'x','stop':'\\n\\n','min_tokens':%d}";
            assertThat(choice(stand.post("/v1/completions", body.formatted(0))).path("text"))
                    .isEqualTo(json("\"\""));
            assertThat(choice(stand.post("/v1/completions", body.formatted(1))).path("text"))
                    .isEqualTo(json("\"\\n\\na\""));
        }
    }

    @Test
    void onlyFullBlocksAreFoundInTheCache() throws Exception {
        try (Stand stand = stand(Reply.nothing())) {
            String prompt = "w ".repeat(20) + "end";
            String body = "{'prompt':'" + prompt + "','max_tokens':1}";
            stand.post("/v1/completions", body);
            JsonNode usage = stand.post("/v1/completions", body).path("usage");
            int tokens = usage.path("prompt_tokens").intValue();
            assertThat(usage.path("prompt_tokens_details").path("cached_tokens").intValue())
                    .isEqualTo((tokens - 1) / 16 * 16)
                    .isPositive();
        }
    }

    @Test
    void aServerThatForgetsKeepsItsVocabularyAlone() throws Exception {
        Dialect dialect = Dialects.vllm(Script.looping(Reply.text("Four.")));
        try (Stand stand = new Stand(dialect)) {
            String body = quoted("{'prompt':'%s'}".formatted("again and ".repeat(16)));
            stand.post("/v1/completions", body);
            List<Integer> prompt = dialect.prompts().getFirst();

            dialect.forget();
            JsonNode usage = stand.post("/v1/completions", body).path("usage");

            assertThat(usage.path("prompt_tokens_details").path("cached_tokens").intValue())
                    .isZero();
            assertThat(dialect.prompts()).containsExactly(prompt);
        }
    }

    @Test
    void aChatBeginsWithTheRoleAndGoesOnWithThePrefix() throws Exception {
        Dialect dialect = Dialects.vllm(scene -> Reply.tokens("[" + scene.text() + "]"));
        try (Stand stand = new Stand(dialect)) {
            List<JsonNode> chunks =
                    stand.stream(
                            "/v1/chat/completions",
                            """
                            {'messages':[{'role':'user','content':'Why?'},\
                            {'role':'assistant','content':'<think>\\nSo'}],\
                            'continue_final_message':true,'add_generation_prompt':false,\
                            'logprobs':true,'top_logprobs':3,'stream':true}""");
            JsonNode role = choice(chunks.getFirst());
            assertThat(role.path("delta").path("role").stringValue()).isEqualTo("assistant");
            assertThat(role.path("logprobs").isNull()).isTrue();
            JsonNode token = choice(chunks.get(1));
            assertThat(token.path("delta").path("content").stringValue()).isEqualTo("[So]");
            assertThat(token.path("logprobs").path("content").get(0).path("top_logprobs"))
                    .hasSize(3);
            assertThat(dialect.text(dialect.prompts().getFirst()))
                    .isEqualTo("<|user|>Why?<|end|><|assistant|><think>\nSo");
            HttpResponse<String> both =
                    stand.send(
                            "/v1/chat/completions",
                            "{'messages':[{'role':'user','content':'x'}],"
                                    + "'continue_final_message':true}");
            assertThat(both.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void theTokenizerIsReversible() throws Exception {
        try (Stand stand = stand(STEP)) {
            String text = "<|user|>Gr\u00fc\u00dfe,  \u65e5\u672c \ud83d\ude42\\n\\n</think> x";
            JsonNode tokens = stand.post("/tokenize", "{'prompt':'" + text + "'}");
            assertThat(tokens.path("count").intValue()).isEqualTo(tokens.path("tokens").size());
            assertThat(tokens.path("max_model_len").intValue()).isEqualTo(4096);
            JsonNode back = stand.post("/detokenize", "{'tokens':" + tokens.path("tokens") + "}");
            assertThat(back.path("prompt").stringValue()).isEqualTo(text.replace("\\n", "\n"));
        }
    }

    @Test
    void itTellsWhatItIs() throws Exception {
        try (Stand stand = stand(STEP)) {
            assertThat(stand.client.get("/health").statusCode()).isEqualTo(200);
            assertThat(stand.get("/version").path("version").stringValue()).startsWith("0.");
            JsonNode model = stand.get("/v1/models").path("data").get(0);
            assertThat(model.path("id").stringValue()).isEqualTo("script");
            assertThat(model.path("max_model_len").intValue()).isEqualTo(4096);
            assertThat(stand.client.get("/props").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void wrongRequestsAreRefusedInItsWords() throws Exception {
        Dialect dialect = Dialects.vllm(Script.looping(STEP)).withContext(8);
        try (Stand stand = new Stand(dialect)) {
            HttpResponse<String> full =
                    stand.send("/v1/completions", "{'prompt':'a b c','max_tokens':6}");
            assertThat(full.statusCode()).isEqualTo(400);
            JsonNode error = json(full.body()).path("error");
            assertThat(error.path("message").stringValue())
                    .startsWith("You passed 3 input tokens and requested 6 output tokens.")
                    .contains("maximum input length of 2 tokens");
            assertThat(error.path("type").stringValue()).isEqualTo("BadRequestError");
            for (String body :
                    List.of(
                            "{'prompt':'x','max_tokens':0}",
                            "{'prompt':'x','logprobs':21}",
                            "{'prompt':'x','temperature':-1}",
                            "{'max_tokens':1}",
                            "{'prompt':",
                            "[]")) {
                HttpResponse<String> refused = stand.send("/v1/completions", body);
                assertThat(refused.statusCode()).as(body).isEqualTo(400);
                assertThat(json(refused.body()).has("error")).as(body).isTrue();
            }
        }
    }
}
