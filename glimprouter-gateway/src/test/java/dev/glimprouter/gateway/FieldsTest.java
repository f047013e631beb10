package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.strategy.expression.StrategyText;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which fields are honoured, which are taken, and which are refused by name. */
class FieldsTest {

    private static JsonNode error(Wire.Got got) {
        return Json.of(got.body()).path("error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "tools | 'tools':[{'type':'function'}]",
                "tool_choice | 'tool_choice':'required'",
                "functions | 'functions':[{}]",
                "logprobs | 'logprobs':true",
                "top_logprobs | 'top_logprobs':2",
                "logit_bias | 'logit_bias':{'1':5}",
                "presence_penalty | 'presence_penalty':0.1",
                "frequency_penalty | 'frequency_penalty':-1",
                "response_format | 'response_format':{'type':'json_object'}",
                "modalities | 'modalities':['text','audio']",
                "audio | 'audio':{'voice':'x'}",
                "prediction | 'prediction':{}",
                "previous_response_id | 'previous_response_id':'x'",
                "reasoning_effort | 'reasoning_effort':'high'",
                "web_search_options | 'web_search_options':{}",
                "service_tier | 'service_tier':'flex'",
                "api_base | 'api_base':'http://evil'",
                "base_url | 'base_url':'http://evil'",
                "temperature | 'temperature':'hot'",
                "temperature | 'temperature':-1",
                "top_p | 'top_p':0",
                "seed | 'seed':1.5",
                "n | 'n':0",
                "n | 'n':9",
                "max_tokens | 'max_tokens':1",
                "max_tokens | 'max_tokens':5,'max_completion_tokens':6",
                "stop | 'stop':''",
                "stop | 'stop':[1]",
                "stop | 'stop':['a','b','c','d','e']",
                "stream | 'stream':'yes'",
                "stream_options | 'stream_options':{'include_usage':true}",
                "stream_options.include_obfuscation | 'stream':true,'stream_options':{'include_obfuscation':true}",
                "stream_options.more | 'stream':true,'stream_options':{'more':1}",
                "glimprouter | 'glimprouter':1",
                "glimprouter.tau | 'glimprouter':{'tau':true}",
                "glimprouter.tau | 'glimprouter':{'tau':-1}",
                "glimprouter.strategy | 'glimprouter':{'strategy':'glimps'}",
                "glimprouter.strategy | 'glimprouter':{'strategy':'rsd(reward=http://evil:1/)'}",
                "glimprouter.strategy | 'glimprouter':{'strategy':'speccot'}",
                "glimprouter.profile | 'glimprouter':{'profile':'careful'}",
                "glimprouter.budget | 'glimprouter':{'budget':99999}",
                "glimprouter.url | 'glimprouter':{'url':'http://evil'}",
            })
    void whatCannotBeHonouredIsRefusedByName(String param, String fields) {
        try (House house = House.usual().open()) {
            Wire.Got got = house.chat(Json.chat(fields));

            assertThat(got.status()).isEqualTo(400);
            assertThat(error(got).path("param").asString()).isEqualTo(param);
            assertThat(error(got).path("type").asString()).isEqualTo("invalid_request_error");
            assertThat(error(got).path("message").asString()).contains(param.split("\\.", 2)[0]);
            assertThat(house.small.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'user':'me'",
                "'metadata':{'a':'b'}",
                "'store':true",
                "'tools':[],'tool_choice':'auto','parallel_tool_calls':true",
                "'logprobs':false,'top_logprobs':0,'logit_bias':{}",
                "'presence_penalty':0,'frequency_penalty':0.0",
                "'response_format':{'type':'text'},'modalities':['text']",
                "'service_tier':'auto','functions':null,'audio':null",
                "'stop':null,'seed':null,'n':1,'stream':false,'stream_options':null",
                "'safety_identifier':'x','prompt_cache_key':'y'",
            })
    void whatChangesNothingIsTaken(String fields) {
        try (House house = House.usual().open()) {
            assertThat(house.chat(Json.chat(fields)).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "messages | []",
                "messages | 'hello'",
                "messages | [{'role':'assistant','content':'x'}]",
                "messages | [{'role':'user','content':' '}]",
                "messages[0].role | [{'role':'tool','content':'x'}]",
                "messages[0].role | [{'role':'king','content':'x'}]",
                "messages[0].content | [{'role':'user'}]",
                "messages[0].name | [{'role':'user','content':'x','name':'y'}]",
                "messages[1].role | [{'role':'user','content':'x'},{'role':'system','content':'y'}]",
                "messages[0].content[1].type | [{'role':'user','content':[{'type':'text','text':'x'},{'type':'image_url','image_url':{'url':'http://evil'}}]}]",
                "messages[0].tool_calls | [{'role':'assistant','tool_calls':[{}]},{'role':'user','content':'x'}]",
            })
    void aMessageThatCannotBeReadIsNamed(String param, String messages) {
        try (House house = House.usual().open()) {
            Wire.Got got =
                    house.chat(
                            "{\"model\":\"glimprouter\",\"messages\":%s}"
                                    .formatted(messages.replace('\'', '"')));

            assertThat(got.status()).isEqualTo(400);
            assertThat(error(got).path("param").asString()).isEqualTo(param);
        }
    }

    @Test
    void reasoningOfEarlierTurnsIsDroppedAndSystemMessagesComeBehindTheInstruction() {
        List<Prompt> heads = new ArrayList<>();
        ScriptedEngine small =
                ScriptedEngine.of(
                        scene -> {
                            heads.add(scene.head());
                            return Reply.text("End.</think>");
                        });
        String messages =
                """
                [{"role":"system","content":"Be kind."},{"role":"developer","content":"Be short."},
                {"role":"user","content":[{"type":"text","text":"2 and"},{"type":"text","text":"2?"}]},
                {"role":"assistant","content":"<think>no</think>\\n4","reasoning_content":"hm","tool_calls":null,"annotations":[]},
                {"role":"user","content":"Sure?"}]
                """;
        try (House house = House.of(small, ScriptedEngine.of(Reply.text("Yes.")))) {
            Wire.Got got =
                    house.open()
                            .chat(
                                    "{\"model\":\"glimprouter\",\"messages\":%s}"
                                            .formatted(messages));

            assertThat(got.status()).isEqualTo(200);
            assertThat(heads.getFirst().messages())
                    .containsExactly(
                            new Message(Role.SYSTEM, "Be brief.\n\nBe kind.\n\nBe short."),
                            new Message(Role.USER, "2 and\n2?"),
                            new Message(Role.ASSISTANT, "4"),
                            new Message(Role.USER, "Sure?"));
        }
    }

    @Test
    void aWholeReply() {
        try (House house = House.usual().open()) {
            Wire.Got got = house.chat(Json.chat("'n':2"));
            JsonNode reply = Json.of(got.body());
            JsonNode message = reply.path("choices").path(1).path("message");

            assertThat(got.status()).isEqualTo(200);
            assertThat(reply.path("object").asString()).isEqualTo("chat.completion");
            assertThat(reply.path("id").asString()).isEqualTo("chatcmpl-test");
            assertThat(reply.path("choices").size()).isEqualTo(2);
            assertThat(message.path("content").asString()).isEqualTo("It is \\boxed{4}");
            assertThat(message.path("reasoning_content").asString())
                    .isEqualTo("Two and two is asked.\n\nSo four.");
            assertThat(reply.path("choices").path(1).path("finish_reason").asString())
                    .isEqualTo("stop");
            assertThat(reply.path("usage").path("total_tokens").intValue())
                    .isEqualTo(
                            reply.path("usage").path("prompt_tokens").intValue()
                                    + reply.path("usage").path("completion_tokens").intValue());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "glimprouter | | glimpse(tau=1.0)",
                "glimprouter@2.5 | | glimpse(tau=2.5)",
                "glimprouter@careful | | glimpse(tau=0.25)",
                "glimprouter@inf | | glimpse(tau=Infinity)",
                "glimprouter@careful | ,'glimprouter':{'tau':3} | glimpse(tau=3.0)",
                "glimprouter | ,'glimprouter':{'tau':0} | glimpse(tau=0.0)",
                "glimprouter | ,'glimprouter':{'profile':'careful'} | glimpse(tau=0.25)",
                "glimprouter | ,'glimprouter':{'strategy':'large'} | large",
            })
    void howStepsGetWritten(String model, String fields, String strategy) {
        House house =
                House.of(
                        ScriptedEngine.looping("End.</think>"),
                        ScriptedEngine.looping("End.</think>4"));
        house.profiles =
                Map.of(
                        "careful",
                        new Profile(
                                new StrategyText(Optional.empty(), Optional.of("0.25")),
                                Optional.empty()));
        try (house) {
            String more = fields == null ? "" : fields.replace('\'', '"');
            Wire.Got got =
                    house.open()
                            .chat(
                                    "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]%s}"
                                            .formatted(model, more));
            JsonNode reply = Json.of(got.body());

            assertThat(got.status()).as(got.body()).isEqualTo(200);
            assertThat(reply.path("model").asString()).isEqualTo(model);
            assertThat(
                            reply.path("choices")
                                    .path(0)
                                    .path("glimprouter")
                                    .path("strategy")
                                    .asString())
                    .isEqualTo(strategy);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-5", "glimprouter@nobody", "glimprouter-2@1.0"})
    void anUnknownModelIsNotFound(String model) {
        try (House house = House.usual().open()) {
            Wire.Got got =
                    house.chat(
                            "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"
                                    .formatted(model));

            assertThat(got.status()).isEqualTo(404);
            assertThat(error(got).path("code").asString()).isEqualTo("model_not_found");
        }
    }

    @Test
    void howTokensAreDrawn() {
        try (House house = House.usual().open()) {
            house.chat(Json.chat("'temperature':0.3,'top_p':0.5,'top_k':9,'min_p':0.1"));

            assertThat(house.small.calls(Call.Generate.class))
                    .extracting(call -> call.request().sampling())
                    .containsOnly(new Sampling(0.3, 0.5, 9, 0.1));
        }
    }

    @Test
    void theSameSeedDrawsTheSame() {
        try (House house = House.usual().open()) {
            house.chat(Json.chat("'seed':5"));
            house.chat(Json.chat("'seed':5"));
            List<Long> seeds =
                    house.small.calls(Call.Generate.class).stream()
                            .map(Call.Generate::request)
                            .map(Generation::seed)
                            .toList();

            assertThat(seeds.subList(2, 4)).isEqualTo(seeds.subList(0, 2));
        }
    }

    @Test
    void theLimitHoldsForReasoningAndAnswerTogether() {
        House house =
                House.of(
                        ScriptedEngine.of(_ -> Reply.endless("a ")),
                        ScriptedEngine.of(_ -> Reply.endless("b ")));
        try (house) {
            JsonNode reply = Json.of(house.open().chat(Json.chat("'max_tokens':50")).body());

            assertThat(reply.path("usage").path("completion_tokens").intValue()).isEqualTo(50);
            assertThat(reply.path("choices").path(0).path("finish_reason").asString())
                    .isEqualTo("length");
            assertThat(reply.path("choices").path(0).path("message").path("content").asString())
                    .startsWith("b");
        }
    }
}
