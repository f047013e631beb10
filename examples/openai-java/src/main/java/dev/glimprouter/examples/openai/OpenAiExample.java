package dev.glimprouter.examples.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice.Delta;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks a gateway ({@code ./glimprouter serve}) by OpenAI's own client, and shows both streams. */
public final class OpenAiExample {

    private final OpenAIClient client;

    /** Asks by this client. */
    public OpenAiExample(OpenAIClient client) {
        this.client = client;
    }

    /** Asks the question given, at the gateway of this machine. */
    public static void main(String[] arguments) {
        OpenAIClient client =
                OpenAIOkHttpClient.builder()
                        .baseUrl("http://127.0.0.1:8080/v1")
                        .apiKey("not needed on the loopback")
                        .build();
        new OpenAiExample(client)
                .ask(String.join(" ", arguments), System.err::print, System.out::print);
        client.close();
    }

    /** Streams the reasoning and the answer as they are written. */
    public void ask(String question, Consumer<String> reasoning, Consumer<String> answer) {
        ChatCompletionCreateParams request =
                ChatCompletionCreateParams.builder()
                        .model("glimprouter")
                        .addUserMessage(question)
                        .maxCompletionTokens(2000)
                        .putAdditionalBodyProperty(
                                "glimprouter", JsonValue.from(Map.of("tau", 0.8)))
                        .build();
        try (StreamResponse<ChatCompletionChunk> chunks =
                client.chat().completions().createStreaming(request)) {
            chunks.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .map(ChatCompletionChunk.Choice::delta)
                    .forEach(
                            delta -> {
                                reasoning(delta).ifPresent(reasoning);
                                delta.content().ifPresent(answer);
                            });
        }
    }

    /** OpenAI's own API has no such field, so that it is not among the client's. */
    private static Optional<String> reasoning(Delta delta) {
        return Optional.ofNullable(delta._allProperties().get("reasoning_content"))
                .map(JsonValue::asStringOrThrow);
    }
}
