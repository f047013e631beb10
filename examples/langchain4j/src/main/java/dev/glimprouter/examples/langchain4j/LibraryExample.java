package dev.glimprouter.examples.langchain4j;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.langchain4j.GlimpRouterChatModel;
import dev.glimprouter.models.Models;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;

/** Asks two models in this process, as one chat model of LangChain4j. */
public final class LibraryExample {

    private LibraryExample() {}

    /** Asks the question given. */
    public static void main(String[] arguments) {
        Models models = Models.ofUser();
        EngineOptions options = EngineOptions.DEFAULT;
        try (Engine small = models.open(models.parse("qwen2.5-coder-0.5b"), options, _ -> {});
                Engine large = models.open(models.parse("qwen2.5-coder-1.5b"), options, _ -> {})) {
            ChatModel model =
                    GlimpRouterChatModel.builder()
                            .small(small)
                            .large(large)
                            .strategy("glimpse(tau=0.8)")
                            .build();
            ChatResponse response = model.chat(UserMessage.from(String.join(" ", arguments)));
            System.err.println(response.aiMessage().thinking());
            System.out.println(response.aiMessage().text());
        }
    }
}
