package dev.glimprouter.langchain4j;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.AudioContent;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.CustomMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ToolChoice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What cannot be honoured is refused by name, and nothing else. */
class UnsupportedTest {

    private static final UserMessage QUESTION = UserMessage.from("How much is 2 + 2?");
    private static final ToolExecutionRequest CALL =
            ToolExecutionRequest.builder().id("1").name("add").arguments("{}").build();

    private static void ask(List<ChatMessage> messages, ChatRequestParameters parameters) {
        Pair.usual()
                .chat()
                .build()
                .chat(ChatRequest.builder().messages(messages).parameters(parameters).build());
    }

    static Stream<Arguments> parameters() {
        ToolSpecification tool = ToolSpecification.builder().name("add").build();
        return Stream.of(
                Arguments.of(
                        "tools", ChatRequestParameters.builder().toolSpecifications(tool).build()),
                Arguments.of(
                        "ToolChoice.REQUIRED",
                        ChatRequestParameters.builder()
                                .toolSpecifications(tool)
                                .toolChoice(ToolChoice.REQUIRED)
                                .build()),
                Arguments.of(
                        "JSON response format",
                        ChatRequestParameters.builder()
                                .responseFormat(ResponseFormat.JSON)
                                .build()),
                Arguments.of(
                        "frequencyPenalty",
                        ChatRequestParameters.builder().frequencyPenalty(0.5).build()),
                Arguments.of(
                        "presencePenalty",
                        ChatRequestParameters.builder().presencePenalty(-0.5).build()));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void parametersAreRefused(String name, ChatRequestParameters parameters) {
        assertThatThrownBy(() -> ask(List.of(QUESTION), parameters))
                .isExactlyInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(name);
        assertThatThrownBy(() -> Pair.usual().chat().defaultRequestParameters(parameters).build())
                .isExactlyInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(name);
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("image", UserMessage.from(ImageContent.from("file:///cat.png"))),
                Arguments.of("audio", UserMessage.from(AudioContent.from("file:///cat.wav"))),
                Arguments.of("tools", AiMessage.from(CALL)),
                Arguments.of("tool", ToolExecutionResultMessage.from(CALL, "4")),
                Arguments.of("custom", CustomMessage.from(Map.of("content", "Hm."))));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messagesAreRefused(String name, ChatMessage message) {
        assertThatThrownBy(
                        () ->
                                ask(
                                        List.of(message, QUESTION),
                                        ChatRequestParameters.builder().build()))
                .isExactlyInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(name);
    }

    @Test
    void valuesWithoutEffectPass() {
        ChatRequestParameters harmless =
                ChatRequestParameters.builder()
                        .frequencyPenalty(0.0)
                        .presencePenalty(0.0)
                        .toolSpecifications(List.of())
                        .toolChoice(ToolChoice.AUTO)
                        .responseFormat(ResponseFormat.TEXT)
                        .stopSequences(List.of())
                        .build();

        assertThatCode(() -> ask(List.of(QUESTION), harmless)).doesNotThrowAnyException();
    }
}
