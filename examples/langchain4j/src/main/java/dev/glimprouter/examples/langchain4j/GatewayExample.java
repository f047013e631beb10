package dev.glimprouter.examples.langchain4j;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;

/** Asks a gateway ({@code ./glimprouter serve}) by LangChain4j's own client. */
public final class GatewayExample {

    private GatewayExample() {}

    /** Asks the question given. */
    public static void main(String[] arguments) {
        ChatModel model =
                OpenAiChatModel.builder()
                        .baseUrl("http://127.0.0.1:8080/v1")
                        .apiKey("not needed on the loopback")
                        .modelName("glimprouter@0.8")
                        .returnThinking(true)
                        .build();
        ChatResponse response = model.chat(UserMessage.from(String.join(" ", arguments)));
        System.err.println(response.aiMessage().thinking());
        System.out.println(response.aiMessage().text());
    }
}
