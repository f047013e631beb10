package dev.glimprouter.testkit.upstream.dialect;

import static dev.glimprouter.testkit.upstream.dialect.Stand.choice;
import static dev.glimprouter.testkit.upstream.dialect.Stand.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.Client;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Framing;
import dev.glimprouter.testkit.upstream.Header;
import dev.glimprouter.testkit.upstream.Play;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Each quirk and each fault of a dialect shows on the wire. */
class QuirkTest {

    private static final Dialect GOOD =
            Dialects.vllm(Script.looping(Reply.tokens("a", "b", "c").entropy(3)));
    private static final String BODY =
            "{'prompt':'x','logprobs':4,'stream':true,'return_tokens_as_token_ids':true,"
                    + "'stream_options':{'include_usage':true}}";
    private static final String CHAT = "{'messages':[{'role':'user','content':'x'}],'stream':true}";

    private static String wire(Dialect dialect, String path, String body) throws Exception {
        try (Stand stand = new Stand(dialect)) {
            return stand.send(path, body).body();
        }
    }

    private static String wire(Quirk... quirks) throws Exception {
        return wire(GOOD.with(quirks), "/v1/completions", BODY);
    }

    private static List<JsonNode> chunks(String wire) {
        return Client.data(wire).stream()
                .filter(data -> !data.equals("[DONE]"))
                .map(Stand::json)
                .toList();
    }

    private static JsonNode firstLogprobs(Quirk... quirks) throws Exception {
        return choice(chunks(wire(quirks)).getFirst()).path("logprobs");
    }

    @Test
    void severalTokensComeInOneChunk() throws Exception {
        String wire = wire(GOOD.withTokensPerChunk(3), "/v1/completions", BODY);
        assertThat(texts(chunks(wire))).containsExactly("abc", "");
        JsonNode logprobs = choice(chunks(wire).getFirst()).path("logprobs");
        assertThat(logprobs.path("top_logprobs")).hasSize(3);
        assertThat(logprobs.path("text_offset")).isEqualTo(Stand.json("[0,1,2]"));
    }

    @Test
    void theStreamIsWrittenOddly() throws Exception {
        assertThat(wire()).startsWith("data: {").endsWith("data: [DONE]\n\n");
        assertThat(wire(Quirk.KEEP_ALIVE)).startsWith(": keep-alive\n\ndata: {");
        assertThat(wire(Quirk.NO_BLANK)).startsWith("data:{").endsWith("data:[DONE]\n\n");
        assertThat(wire(Quirk.CARRIAGE_RETURNS)).endsWith("}\r\n\r\ndata: [DONE]\r\n\r\n");
        assertThat(wire(GOOD.framed(Framing.CLOSE), "/v1/completions", BODY)).isEqualTo(wire());
    }

    @Test
    void theEndIsMissing() throws Exception {
        assertThat(wire(Quirk.NO_DONE)).contains("\"usage\"").doesNotContain("[DONE]");
        String unfinished = wire(Quirk.NO_FINISH);
        assertThat(texts(chunks(unfinished))).containsExactly("a", "b", "c", "");
        assertThat(unfinished).doesNotContain("\"stop\"", "\"usage\"", "[DONE]");
    }

    @Test
    void chunksAreEmptyOfTextOrOfChoices() throws Exception {
        JsonNode role = choice(chunks(wire(Quirk.ROLE_CHUNK)).getFirst());
        assertThat(role.path("text").stringValue()).isEmpty();
        assertThat(role.path("logprobs").isNull()).isTrue();
        String unasked = "{'prompt':'x','stream':true}";
        List<JsonNode> told =
                chunks(wire(GOOD.with(Quirk.USAGE_CHUNK), "/v1/completions", unasked));
        assertThat(told.getLast().path("choices")).isEmpty();
        assertThat(chunks(wire(GOOD, "/v1/completions", unasked))).hasSize(told.size() - 1);
        assertThat(wire(Quirk.NO_USAGE)).doesNotContain("\"usage\"");
        assertThat(wire(Quirk.NO_CACHE_REPORT)).contains("\"prompt_tokens_details\":null");
    }

    @Test
    void logprobsAreSpoilt() throws Exception {
        JsonNode good = firstLogprobs().path("top_logprobs").get(0);
        assertThat(good).hasSize(4);
        assertThat(firstLogprobs(Quirk.LOGPROBS_NULL).isNull()).isTrue();
        assertThat(firstLogprobs(Quirk.LOGPROBS_FEWER).path("top_logprobs").get(0)).hasSize(2);
        assertThat(last(firstLogprobs(Quirk.LOGPROBS_FLOOR)).doubleValue()).isEqualTo(-9999.0);
        assertThat(last(firstLogprobs(Quirk.LOGPROBS_NULL_VALUE)).isNull()).isTrue();
        String first = Client.data(wire(Quirk.LOGPROBS_TWICE)).getFirst();
        String name = firstLogprobs().path("tokens").get(0).stringValue();
        assertThat(first.split("\"" + name + "\":", -1)).hasSize(3);
        List<JsonNode> drafted = chunks(wire(Quirk.LOGPROBS_DRAFTED));
        assertThat(choice(drafted.getFirst()).path("logprobs").path("top_logprobs").get(0))
                .hasSize(4);
        JsonNode later = choice(drafted.get(1)).path("logprobs").path("top_logprobs").get(0);
        assertThat(later).hasSize(1);
        assertThat(later.iterator().next().doubleValue()).isZero();
    }

    private static JsonNode last(JsonNode logprobs) {
        JsonNode top = logprobs.path("top_logprobs").get(0);
        return top.valueStream().reduce((_, next) -> next).orElseThrow();
    }

    @Test
    void aCharacterIsSplitBetweenTokens() throws Exception {
        Dialect dialect = Dialects.vllm(Script.looping(Reply.tokens("\u65e5")));
        List<JsonNode> chunks =
                chunks(wire(dialect.with(Quirk.SPLIT_CHARACTERS), "/v1/completions", BODY));
        assertThat(texts(chunks)).containsExactly("", "\u65e5", "");
        Dialect held = Dialects.vllm(Script.looping(Reply.tokens("a", "b\n\n")));
        String kept =
                "{'prompt':'x','stop':'\\n\\n','include_stop_str_in_output':true,'stream':true}";
        assertThat(texts(chunks(wire(held, "/v1/completions", kept))))
                .containsExactly("a", "b\n\n");
        assertThat(texts(chunks(wire(held.with(Quirk.HOLD_BACK), "/v1/completions", kept))))
                .containsExactly("", "ab\n\n");
    }

    @Test
    void aReasoningParserMovesText() throws Exception {
        Dialect dialect = Dialects.vllm(Script.looping(Reply.tokens("So", "</think>", "4")));
        for (Quirk quirk : List.of(Quirk.REASONING, Quirk.REASONING_CONTENT)) {
            String field = quirk == Quirk.REASONING ? "reasoning" : "reasoning_content";
            List<JsonNode> chunks = chunks(wire(dialect.with(quirk), "/v1/chat/completions", CHAT));
            assertThat(choice(chunks.get(1)).path("delta").path(field).stringValue())
                    .isEqualTo("So");
            assertThat(choice(chunks.get(2)).path("delta").path("content").stringValue()).isEmpty();
            assertThat(choice(chunks.get(3)).path("delta").path("content").stringValue())
                    .isEqualTo("4");
        }
    }

    @Test
    void aTemplateThinksAndStrips() throws Exception {
        Dialect thinks = GOOD.with(Quirk.TEMPLATE_THINKS, Quirk.TEMPLATE_STRIPS);
        wire(thinks, "/v1/chat/completions", CHAT);
        wire(
                thinks,
                "/v1/chat/completions",
                "{'messages':[{'role':'assistant','content':'So.\\n\\n'}],"
                        + "'continue_final_message':true,'add_generation_prompt':false}");
        assertThat(thinks.prompts().stream().map(thinks::text))
                .containsExactly("<|user|>x<|end|><|assistant|><think>\n", "<|assistant|>So.");
        Dialect begins = GOOD.with(Quirk.BEGIN_TOKEN);
        wire(begins, "/v1/completions", "{'prompt':'<s>x'}");
        assertThat(begins.text(begins.prompts().getFirst())).isEqualTo("<s><s>x");
    }

    @Test
    void errorsComeInsideAGoodStream() throws Exception {
        List<String> late = Client.data(wire(GOOD.failingAfter(2), "/v1/completions", BODY));
        assertThat(late).hasSize(4);
        assertThat(late.get(2)).contains("\"error\"");
        assertThat(late.get(3)).isEqualTo("[DONE]");
        Dialect full =
                Dialects.sglang(Script.looping(Reply.text("a"))).with(Quirk.QUEUE_FULL_EVENT);
        List<String> busy = Client.data(wire(full, "/v1/completions", BODY));
        assertThat(busy).singleElement().asString().contains("\"error\":{", "queue is full");
    }

    @Test
    void theFirstRequestsFailInItsWordsWithAHeader() throws Exception {
        Play busy = GOOD.error(503, "busy").with(new Header("Retry-After", "3"));
        try (Stand stand = new Stand(Faults.first(1, busy, GOOD))) {
            HttpResponse<String> first = stand.send("/v1/completions", BODY);
            assertThat(first.statusCode()).isEqualTo(503);
            assertThat(first.headers().firstValue("retry-after")).contains("3");
            assertThat(stand.send("/v1/completions", BODY).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aScriptedFailureIsAnErrorBeforeTheFirstTokenAndAnEventLater() throws Exception {
        RuntimeException down = new IllegalStateException("the engine is down");
        Dialect dialect =
                Dialects.vllm(Script.of(Reply.failure(down), Reply.tokens("a").thenFail(down)));
        try (Stand stand = new Stand(dialect)) {
            HttpResponse<String> first = stand.send("/v1/completions", BODY);
            assertThat(first.statusCode()).isEqualTo(500);
            assertThat(first.body()).contains("the engine is down");
            HttpResponse<String> second = stand.send("/v1/completions", BODY);
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(Client.data(second.body())).hasSize(3);
            assertThat(second.body()).contains("the engine is down");
        }
    }

    @Test
    void anUpgradeLosesTheBodyWhereUvicornListens() throws Exception {
        try (Stand stand = new Stand(GOOD);
                HttpClient upgrading = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(stand.server.uri().resolve("/v1/completions"))
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build();
            HttpResponse<String> lost =
                    upgrading.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(lost.statusCode()).isEqualTo(400);
            assertThat(lost.body()).contains("Field required");
        }
    }
}
