package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** The Responses API, whole and event by event. */
class ResponsesTest {

    private static final String URL = "/v1/responses";

    private static String body(String fields) {
        String more = fields.isBlank() ? "" : "," + fields.replace('\'', '"');
        return "{\"model\":\"glimprouter\",\"input\":\"2 and 2?\"%s}".formatted(more);
    }

    private static Wire.Got ask(House house, String json) {
        try (Wire wire = house.connect()) {
            return wire.post(URL, json).read();
        }
    }

    private static List<JsonNode> events(Wire.Got got) {
        return got.data().stream().map(Json::of).toList();
    }

    private static String all(List<JsonNode> events, String type) {
        return String.join(
                "",
                events.stream()
                        .filter(event -> event.path("type").asString().equals(type))
                        .map(event -> event.path("delta").asString())
                        .toList());
    }

    @Test
    void aWholeResponse() {
        try (House house = House.usual().open()) {
            Wire.Got got =
                    ask(house, body("'instructions':'Be kind.','metadata':{'a':'b'},'top_p':0.5"));
            JsonNode reply = Json.of(got.body());

            assertThat(got.status()).isEqualTo(200);
            assertThat(reply.path("id").asString()).isEqualTo("resp_test");
            assertThat(reply.path("object").asString()).isEqualTo("response");
            assertThat(reply.path("status").asString()).isEqualTo("completed");
            assertThat(reply.path("error").isNull()).isTrue();
            assertThat(reply.path("instructions").asString()).isEqualTo("Be kind.");
            assertThat(reply.path("metadata").path("a").asString()).isEqualTo("b");
            assertThat(reply.path("top_p").doubleValue()).isEqualTo(0.5);
            assertThat(reply.path("output").path(0))
                    .isEqualTo(
                            Json.of(
                                    "{\"id\":\"rs_test\",\"type\":\"reasoning\",\"status\":\"completed\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"Two and two is asked.\\n\\nSo four.\"}]}"));
            assertThat(reply.path("output").path(1))
                    .isEqualTo(
                            Json.of(
                                    "{\"id\":\"msg_test\",\"type\":\"message\",\"status\":\"completed\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"It is \\\\boxed{4}\",\"annotations\":[],\"logprobs\":[]}]}"));
            JsonNode usage = reply.path("usage");
            assertThat(usage.path("total_tokens").intValue())
                    .isEqualTo(
                            usage.path("input_tokens").intValue()
                                    + usage.path("output_tokens").intValue());
            assertThat(usage.path("output_tokens_details").path("reasoning_tokens").intValue())
                    .isPositive()
                    .isLessThan(usage.path("output_tokens").intValue());
            assertThat(reply.path("glimprouter").path("steps").path("large").intValue())
                    .isEqualTo(1);
        }
    }

    @Test
    void theEventsOfAStreamAreNumberedAndInOrder() {
        try (House house = House.usual().open()) {
            Wire.Got got = ask(house, body("'stream':true"));
            List<JsonNode> events = events(got);
            List<String> types =
                    events.stream().map(event -> event.path("type").asString()).toList();

            assertThat(got.status()).isEqualTo(200);
            assertThat(got.header("Content-Type")).contains("text/event-stream; charset=utf-8");
            assertThat(types.stream().distinct())
                    .containsExactly(
                            "response.created",
                            "response.in_progress",
                            "response.output_item.added",
                            "response.reasoning_summary_part.added",
                            "response.reasoning_summary_text.delta",
                            "response.reasoning_summary_text.done",
                            "response.reasoning_summary_part.done",
                            "response.output_item.done",
                            "response.content_part.added",
                            "response.output_text.delta",
                            "response.output_text.done",
                            "response.content_part.done",
                            "response.completed");
            for (int i = 0; i < events.size(); i++) {
                assertThat(events.get(i).path("sequence_number").intValue()).isEqualTo(i);
            }
            assertThat(
                            got.body()
                                    .lines()
                                    .filter(line -> line.startsWith("event: "))
                                    .map(line -> line.substring("event: ".length())))
                    .isEqualTo(types);
            assertThat(all(events, "response.reasoning_summary_text.delta"))
                    .isEqualTo("Two and two is asked.\n\nSo four.");
            assertThat(all(events, "response.output_text.delta")).isEqualTo("It is \\boxed{4}");
        }
    }

    @Test
    void theBytesOfItsEvents() {
        try (House house = House.usual().open()) {
            String body = ask(house, body("'stream':true")).body();

            assertThat(body)
                    .startsWith(
                            "event: response.created\ndata: {\"type\":\"response.created\",\"sequence_number\":0,\"response\":{\"id\":\"resp_test\",\"object\":\"response\",\"created_at\":")
                    .contains(
                            "\n\nevent: response.reasoning_summary_text.delta\ndata: {\"type\":\"response.reasoning_summary_text.delta\",\"sequence_number\":4,\"item_id\":\"rs_test\",\"output_index\":0,\"summary_index\":0,\"delta\":\"Two\"}\n\n")
                    .contains(
                            ",\"item_id\":\"msg_test\",\"output_index\":1,\"content_index\":0,\"delta\":\"It\",\"logprobs\":[]}\n\n")
                    .doesNotContain("[DONE]")
                    .doesNotContain("data: {\"error\"")
                    .endsWith("}}\n\n");
        }
    }

    @Test
    void aStreamEndsWithWhatAWholeResponseIs() {
        try (House house = House.usual().open()) {
            List<JsonNode> events = events(ask(house, body("'stream':true")));
            JsonNode last = events.getLast().path("response");
            JsonNode whole = Json.of(ask(house, body("")).body());

            assertThat(last.path("output")).isEqualTo(whole.path("output"));
            assertThat(last.path("usage")).isEqualTo(whole.path("usage"));
            assertThat(last.propertyNames()).isEqualTo(whole.propertyNames());
        }
    }

    @Test
    void anAnswerThatWasCutIsIncomplete() {
        try (House house = House.usual()) {
            house.rules = house.rules.withAnswerLimit(2);
            JsonNode last = events(ask(house.open(), body("'stream':true"))).getLast();

            assertThat(last.path("type").asString()).isEqualTo("response.incomplete");
            assertThat(last.path("response").path("status").asString()).isEqualTo("incomplete");
            assertThat(last.path("response").path("incomplete_details").path("reason").asString())
                    .isEqualTo("max_output_tokens");
        }
    }

    @Test
    void aFailureAfterTheFirstByteIsAResponseThatFailed() {
        RetryableException gone = new RetryableException("nobody answers at http://secret:1");
        House house =
                House.of(
                        List.of(Reply.text("Two.\n\n"), Reply.failure(gone)),
                        List.of(Reply.failure(gone)));
        try (house) {
            Wire.Got got = ask(house.open(), body("'stream':true"));
            JsonNode last = events(got).getLast();

            assertThat(got.status()).isEqualTo(200);
            assertThat(got.body()).contains("\n\n\n\nevent: response.failed\n");
            assertThat(last.path("response").path("status").asString()).isEqualTo("failed");
            assertThat(last.path("response").path("error").path("code").asString())
                    .isEqualTo("server_error");
            assertThat(last.path("response").path("output").path(0).path("status").asString())
                    .isEqualTo("incomplete");
            assertThat(got.body()).doesNotContain("secret").doesNotContain("[DONE]");
        }
    }

    @Test
    void aFailureBeforeItIsAStatus() {
        RetryableException gone = new RetryableException("nobody answers");
        House house = House.of(List.of(Reply.failure(gone)), List.of(Reply.failure(gone)));
        try (house) {
            assertThat(ask(house.open(), body("'stream':true")).status()).isEqualTo(503);
        }
    }

    @Test
    void aConversationOfItemsIsRead() {
        List<Prompt> heads = new ArrayList<>();
        ScriptedEngine small =
                ScriptedEngine.of(
                        scene -> {
                            heads.add(scene.head());
                            return Reply.text("End.</think>");
                        });
        try (House house = House.of(small, ScriptedEngine.of(Reply.text("4"))).open()) {
            String items =
                    "[{'role':'developer','content':'Be kind.'},"
                            + "{'type':'message','role':'user','content':[{'type':'input_text','text':'1 and 1?'}]},"
                            + "{'type':'reasoning','id':'rs_1','summary':[{'type':'summary_text','text':'Easy.'}]},"
                            + "{'type':'message','id':'msg_1','status':'completed','role':'assistant','content':[{'type':'output_text','text':'2','annotations':[],'logprobs':[]}]},"
                            + "{'role':'user','content':'2 and 2?'}]";
            Wire.Got got =
                    ask(
                            house,
                            "{\"model\":\"glimprouter\",\"input\":%s}"
                                    .formatted(items.replace('\'', '"')));

            assertThat(got.status()).as(got.body()).isEqualTo(200);
            assertThat(heads.getFirst().messages())
                    .containsExactly(
                            new Message(Role.SYSTEM, "Be brief.\n\nBe kind."),
                            new Message(Role.USER, "1 and 1?"),
                            new Message(Role.ASSISTANT, "2"),
                            new Message(Role.USER, "2 and 2?"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "'max_output_tokens':50",
                "'tools':[],'tool_choice':'auto','parallel_tool_calls':true",
                "'text':{'format':{'type':'text'},'verbosity':'medium'}",
                "'reasoning':{'effort':null,'summary':'auto'}",
                "'include':[],'truncation':'disabled','background':false,'store':true",
                "'stream':false,'user':'u','metadata':{},'service_tier':'auto'",
                "'glimprouter':{'tau':0.5}",
            })
    void fieldsWithoutEffectAreTaken(String fields) {
        try (House house = House.usual().open()) {
            Wire.Got got = ask(house, body(fields));

            assertThat(got.status()).as(got.body()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "'previous_response_id':'resp_1' | previous_response_id",
                "'conversation':'c' | conversation",
                "'background':true | background",
                "'include':['reasoning.encrypted_content'] | include",
                "'tools':[{'type':'web_search'}] | tools",
                "'truncation':'auto' | truncation",
                "'reasoning':{'effort':'high'} | reasoning.effort",
                "'text':{'format':{'type':'json_schema'}} | text",
                "'messages':[] | messages",
                "'max_output_tokens':1 | max_output_tokens",
                "'base_url':'http://evil' | base_url",
                "'n':2 | n",
            })
    void whatCannotBeHonouredIsRefusedByName(String fields, String param) {
        try (House house = House.usual().open()) {
            Wire.Got got = ask(house, body(fields));

            assertThat(got.status()).isEqualTo(400);
            assertThat(Json.of(got.body()).path("error").path("param").asString()).isEqualTo(param);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "1 | input",
                "[] | input",
                "' ' | input",
                "[{'role':'user','content':[{'type':'input_image','image_url':'x'}]}] | input[0].content[0].type",
                "[{'type':'function_call_output','output':'x'}] | input[0].type",
                "[{'role':'user','content':'x','extra':1}] | input[0].extra",
            })
    void inputThatCannotBeReadIsRefusedByName(String input, String param) {
        try (House house = House.usual().open()) {
            Wire.Got got =
                    ask(
                            house,
                            "{\"model\":\"glimprouter\",\"input\":%s}"
                                    .formatted(input.replace('\'', '"')));

            assertThat(got.status()).isEqualTo(400);
            assertThat(Json.of(got.body()).path("error").path("param").asString()).isEqualTo(param);
        }
    }

    @Test
    void aSilentStreamIsKeptAliveBeforeItsFirstEvent() {
        House house = House.of(List.of(Reply.silence()), List.of());
        try (house) {
            house.open();
            try (Wire wire = house.connect().post(URL, body("'stream':true"))) {
                house.small.awaitSilence();
                house.time.advance(house.settings.keepAlive());

                assertThat(wire.head().getFirst()).contains("200");
                assertThat(wire.chunk()).isEqualTo(": keep-alive\n\n");
            }
        }
    }
}
