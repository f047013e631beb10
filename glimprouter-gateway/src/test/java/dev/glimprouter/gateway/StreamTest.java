package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.error.Details;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.strategy.expression.StrategyText;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** The rules of streams, byte by byte. */
class StreamTest {

    private static String all(List<String> data, String field) {
        return data.stream()
                .filter(one -> !one.equals("[DONE]"))
                .map(one -> Json.of(one).path("choices").path(0).path("delta").path(field))
                .map(node -> node.asString(""))
                .collect(Collectors.joining());
    }

    private static JsonNode last(Wire.Got got, int fromEnd) {
        List<String> data = got.data();
        return Json.of(data.get(data.size() - fromEnd));
    }

    @Test
    void theBytesOfAWholeStream() {
        try (House house = House.usual().open()) {
            Wire.Got got = house.chat(Json.stream(""));

            String steady =
                    got.body()
                            .replaceAll("\"created\":[0-9]+", "\"created\":1")
                            .replaceAll(
                                    "\"glimprouter\":\\{.*\\}\\}\\]\\}", "\"glimprouter\":{}}]}");
            String head =
                    "data: {\"id\":\"chatcmpl-test\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"glimprouter\",\"choices\":[{\"index\":0,\"delta\":";
            String tail = ",\"finish_reason\":null}]}\n\n";
            assertThat(got.status()).isEqualTo(200);
            assertThat(got.header("Content-Type")).contains("text/event-stream; charset=utf-8");
            assertThat(got.header("X-Request-Id")).contains("test");
            assertThat(steady)
                    .startsWith(
                            head
                                    + "{\"role\":\"assistant\",\"content\":\"\"}"
                                    + tail
                                    + head
                                    + "{\"reasoning_content\":\"Two\"}"
                                    + tail)
                    .contains(head + "{\"reasoning_content\":\"\\n\\nSo\"}" + tail)
                    .contains(head + "{\"content\":\"It\"}" + tail)
                    .endsWith(
                            head
                                    + "{},\"finish_reason\":\"stop\",\"glimprouter\":{}}]}\n\ndata: [DONE]\n\n");
            assertThat(all(got.data(), "reasoning_content"))
                    .isEqualTo("Two and two is asked.\n\nSo four.");
            assertThat(all(got.data(), "content")).isEqualTo("It is \\boxed{4}");
        }
    }

    @Test
    void whatComesTogetherGoesOutTogetherAndWaitsForNothing() {
        CountDownLatch read = new CountDownLatch(1);
        House house =
                House.of(
                        List.of(Reply.text("Hm.</think>").entropy(0.25)),
                        List.of(
                                Reply.tokens("It", " is")
                                        .then(() -> await(read))
                                        .thenTokens(" \\boxed{4}", "!")));
        try (house;
                Wire wire = house.open().connect()) {
            wire.post("/v1/chat/completions", Json.stream("")).head();

            String before = wire.chunk();
            while (!before.contains("{\"content\":\"It\"}")) {
                before = wire.chunk();
            }
            assertThat(before).contains("{\"content\":\" is\"}").doesNotContain("boxed");
            read.countDown();
            assertThat(wire.chunk())
                    .contains("{\"content\":\" \\\\boxed{4}\"}")
                    .contains("{\"content\":\"!\"}")
                    .contains("[DONE]");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurried) {
            throw new AssertionError(hurried);
        }
    }

    @Test
    void noOrdinaryEventHasAFieldThatClientsTakeForAFailure() {
        try (House house = House.usual().open()) {
            Wire.Got got = house.chat(Json.stream("'stream_options':{'include_usage':true}"));

            assertThat(got.body()).doesNotContain("\"error\"");
        }
    }

    @Test
    void usageComesWithoutChoicesAndOnlyIfAskedFor() {
        try (House house = House.usual().open()) {
            assertThat(house.chat(Json.stream("")).body()).doesNotContain("prompt_tokens");

            Wire.Got got = house.chat(Json.stream("'stream_options':{'include_usage':true}"));
            JsonNode usage = last(got, 2);

            assertThat(usage.path("choices").isArray()).isTrue();
            assertThat(usage.path("choices").isEmpty()).isTrue();
            int completion = usage.path("usage").path("completion_tokens").intValue();
            int reasoning =
                    usage.path("usage")
                            .path("completion_tokens_details")
                            .path("reasoning_tokens")
                            .intValue();
            assertThat(usage.path("usage").path("prompt_tokens").intValue()).isPositive();
            assertThat(reasoning).isPositive().isLessThan(completion);
            assertThat(last(got, 1 + 2).path("choices").path(0).path("finish_reason").asString())
                    .isEqualTo("stop");
        }
    }

    @Test
    void theLastChunkOfAChoiceTellsWhatItTook() {
        try (House house = House.usual().open()) {
            JsonNode took =
                    last(house.chat(Json.stream("")), 2)
                            .path("choices")
                            .path(0)
                            .path("glimprouter");

            assertThat(took.path("strategy").asString()).isEqualTo("glimpse(tau=1.0)");
            assertThat(took.path("seed").longValue()).isEqualTo(7);
            assertThat(took.path("stop").asString()).isEqualTo("finished");
            assertThat(took.path("steps").path("small").intValue()).isEqualTo(1);
            assertThat(took.path("steps").path("large").intValue()).isEqualTo(1);
            assertThat(took.path("interventionRate").doubleValue()).isEqualTo(0.5);
            assertThat(took.path("glimpses").intValue()).isEqualTo(2);
            assertThat(took.path("usage").path("large").path("generatedTokens").intValue())
                    .isPositive();
        }
    }

    @Test
    void aDraftIsSentOnlyOnceItIsAccepted() {
        House house =
                House.of(
                        List.of(
                                Reply.signed("Bad.\n\n", 3, 3),
                                Reply.signed("Good.\n\n", 0, 0),
                                Reply.signed("End.</think>", 0, 0)),
                        List.of(Reply.text("Better.\n\n"), Reply.text("4")));
        house.strategy = new StrategyText(Optional.of("hstep(tau=1)"), Optional.empty());
        try (house) {
            Wire.Got got = house.open().chat(Json.stream(""));

            assertThat(got.body()).doesNotContain("Bad");
            assertThat(all(got.data(), "reasoning_content")).isEqualTo("Better.\n\nGood.\n\nEnd.");
        }
    }

    @Test
    void aStepOfWhiteSpaceLeavesNoTrace() {
        House house =
                House.of(
                        List.of(Reply.tokens(" ", "\n\n").entropy(0), Reply.text("End.</think>")),
                        List.of(Reply.text("Better.\n\n"), Reply.text("4")));
        try (house) {
            Wire.Got got = house.open().chat(Json.stream(""));

            assertThat(all(got.data(), "reasoning_content")).isEqualTo("Better.\n\nEnd.");
        }
    }

    @Test
    void theAnswerEndsAtTheFirstStopTextAndSoDoesTheModel() {
        House house =
                House.of(
                        List.of(Reply.text("End.</think>")),
                        List.of(Reply.tokens("One", " ST", "O", "P", " two").thenSilence()));
        try (house) {
            Wire.Got got = house.open().chat(Json.stream("'stop':['none','STOP']"));

            assertThat(all(got.data(), "content")).isEqualTo("One ");
            assertThat(last(got, 2).path("choices").path(0).path("finish_reason").asString())
                    .isEqualTo("stop");
            assertThat(house.large.openSessions()).isZero();
        }
    }

    @Test
    void whatLooksLikeTheBeginningOfAStopTextIsSentOnceItIsNone() {
        House house =
                House.of(
                        List.of(Reply.text("End.</think>")),
                        List.of(Reply.tokens("One", " ST", "ART", " S")));
        try (house) {
            Wire.Got got = house.open().chat(Json.stream("'stop':'STOP'"));

            assertThat(all(got.data(), "content")).isEqualTo("One START S");
        }
    }

    @Test
    void aFailureBeforeTheFirstByteIsAStatus() {
        RetryableException busy =
                new RetryableException(
                        "http://secret:1 is busy with: 2 and 2?",
                        Details.of("http://secret:1", 503).withRetryAfter(Duration.ofSeconds(9)),
                        null);
        try (House house = House.of(List.of(Reply.failure(busy)), List.of(Reply.failure(busy)))) {
            Wire.Got got = house.open().chat(Json.stream(""));

            assertThat(got.status()).isEqualTo(503);
            assertThat(got.header("Retry-After")).contains("9");
            assertThat(got.header("Content-Type")).contains("application/json");
            assertThat(Json.of(got.body()).path("error").path("code").asString())
                    .isEqualTo("model_unavailable");
            assertThat(got.body()).doesNotContain("secret");
            assertThat(house.failures).containsExactly(busy);
        }
    }

    @Test
    void aServerThatMayBeTriedAtOnceIsNoReasonToHurry() {
        RetryableException gone =
                new RetryableException(
                        "nobody answers", Details.NONE.withRetryAfter(Duration.ZERO), null);
        try (House house = House.of(List.of(Reply.failure(gone)), List.of(Reply.failure(gone)))) {
            assertThat(house.open().chat(Json.stream("")).header("Retry-After")).contains("1");
        }
    }

    @Test
    void aFailureAfterTheFirstByteIsOneEventBehindABlankLineAndNoEnd() {
        RetryableException gone = new RetryableException("nobody answers at http://secret:1");
        House house =
                House.of(
                        List.of(Reply.text("Two.\n\n"), Reply.failure(gone)),
                        List.of(Reply.failure(gone)));
        try (house) {
            Wire.Got got = house.open().chat(Json.stream(""));

            assertThat(got.status()).isEqualTo(200);
            assertThat(got.body())
                    .endsWith(
                            "\n\n\n\ndata: {\"error\":{\"message\":\"A model cannot be reached: try again later.\",\"type\":\"server_error\",\"param\":null,\"code\":\"model_unavailable\"}}\n\n")
                    .doesNotContain("[DONE]")
                    .doesNotContain("\"finish_reason\":\"stop\"");
        }
    }

    @Test
    void aSilentStreamIsKeptAliveByComments() {
        House house = House.of(List.of(Reply.silence()), List.of());
        try (house) {
            house.open();
            try (Wire wire = house.connect().post("/v1/chat/completions", Json.stream(""))) {
                house.small.awaitSilence();
                house.time.advance(Duration.ofSeconds(10));

                assertThat(wire.head().getFirst()).contains("200");
                assertThat(wire.chunk()).isEqualTo(": keep-alive\n\n");

                house.time.advance(Duration.ofSeconds(10));
                assertThat(wire.chunk()).isEqualTo(": keep-alive\n\n");
            }
        }
    }

    @Test
    void textGoesOutWhileTheModelIsStillWriting() {
        House house = House.of(List.of(Reply.text("Two more").thenSilence()), List.of());
        try (house) {
            house.open();
            try (Wire wire = house.connect().post("/v1/chat/completions", Json.stream(""))) {
                wire.head();
                StringBuilder read = new StringBuilder();
                while (!read.toString().contains("more")) {
                    read.append(wire.chunk());
                }

                assertThat(read).contains("{\"reasoning_content\":\"Two\"}");
            }
        }
    }

    @Test
    void aTruncatedAnswerSaysSo() {
        try (House house = House.usual()) {
            house.rules = house.rules.withAnswerLimit(2);
            Wire.Got got = house.open().chat(Json.stream(""));

            assertThat(last(got, 2).path("choices").path(0).path("finish_reason").asString())
                    .isEqualTo("length");
        }
    }

    @Test
    void severalAnswersComeOneAfterTheOtherWithDrawsOfTheirOwn() {
        try (House house = House.usual().open()) {
            Wire.Got got = house.chat(Json.stream("'n':2,'seed':3"));

            assertThat(got.data())
                    .filteredOn(one -> one.contains("\"role\":\"assistant\""))
                    .extracting(
                            one -> Json.of(one).path("choices").path(0).path("index").intValue())
                    .containsExactly(0, 1);
            assertThat(
                            house.small.calls(Call.Generate.class).stream()
                                    .map(Call.Generate::request)
                                    .map(Generation::seed)
                                    .distinct())
                    .hasSize(4);
        }
    }
}
