package dev.glimprouter.examples.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.examples.gateway.ScriptedGateway;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** LangChain4j's client of OpenAI, unchanged, over a real gateway. */
class GatewayTest {

    private static final UserMessage QUESTION = UserMessage.from("17 * 23?");

    private ScriptedGateway gateway;

    @BeforeEach
    void open() {
        gateway = new ScriptedGateway();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private ChatModel model() {
        return OpenAiChatModel.builder()
                .baseUrl(gateway.baseUrl())
                .apiKey("none")
                .modelName("glimprouter@0.8")
                .returnThinking(true)
                .maxRetries(0)
                .build();
    }

    @Test
    void reasoningIsThinkingAndTheAnswerIsText() {
        ChatResponse response = model().chat(QUESTION);

        assertThat(response.aiMessage().thinking()).isEqualTo(ScriptedGateway.REASONING);
        assertThat(response.aiMessage().text()).isEqualTo(ScriptedGateway.ANSWER);
        assertThat(response.modelName()).isEqualTo("glimprouter@0.8");
        assertThat(response.tokenUsage().totalTokenCount()).isPositive();
    }

    @Test
    void whatCannotBeHonouredIsRefusedByName() {
        ChatRequest request =
                ChatRequest.builder()
                        .messages(QUESTION)
                        .responseFormat(ResponseFormat.JSON)
                        .build();

        assertThatThrownBy(() -> model().chat(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("response_format");
    }

    @Test
    void bothStreamsArrive() throws Exception {
        StringBuilder thinking = new StringBuilder();
        StringBuilder text = new StringBuilder();
        CompletableFuture<ChatResponse> complete = new CompletableFuture<>();

        OpenAiStreamingChatModel.builder()
                .baseUrl(gateway.baseUrl())
                .apiKey("none")
                .modelName("glimprouter")
                .returnThinking(true)
                .build()
                .chat(
                        QUESTION.singleText(),
                        new StreamingChatResponseHandler() {
                            @Override
                            public void onPartialThinking(PartialThinking piece) {
                                thinking.append(piece.text());
                            }

                            @Override
                            public void onPartialResponse(String piece) {
                                text.append(piece);
                            }

                            @Override
                            public void onCompleteResponse(ChatResponse response) {
                                complete.complete(response);
                            }

                            @Override
                            public void onError(Throwable error) {
                                complete.completeExceptionally(error);
                            }
                        });

        ChatResponse response = complete.get(30, TimeUnit.SECONDS);
        assertThat(thinking).hasToString(ScriptedGateway.REASONING);
        assertThat(text).hasToString(ScriptedGateway.ANSWER);
        assertThat(response.aiMessage().text()).isEqualTo(ScriptedGateway.ANSWER);
    }
}
