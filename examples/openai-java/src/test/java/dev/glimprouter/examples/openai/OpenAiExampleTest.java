package dev.glimprouter.examples.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

import dev.glimprouter.examples.gateway.ScriptedGateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenAI's client, unchanged, over a real gateway. */
class OpenAiExampleTest {

    private ScriptedGateway gateway;
    private OpenAIClient client;

    @BeforeEach
    void open() {
        gateway = new ScriptedGateway();
        client = OpenAIOkHttpClient.builder().baseUrl(gateway.baseUrl()).apiKey("none").build();
    }

    @AfterEach
    void close() {
        client.close();
        gateway.close();
    }

    @Test
    void bothStreamsArrive() {
        StringBuilder reasoning = new StringBuilder();
        StringBuilder answer = new StringBuilder();

        new OpenAiExample(client).ask("17 * 23?", reasoning::append, answer::append);

        assertThat(reasoning).hasToString(ScriptedGateway.REASONING);
        assertThat(answer).hasToString(ScriptedGateway.ANSWER);
    }

    @Test
    void aWholeReplyIsReadAsOneOfOpenAis() {
        ChatCompletion reply =
                client.chat()
                        .completions()
                        .create(
                                ChatCompletionCreateParams.builder()
                                        .model("glimprouter@0.5")
                                        .addSystemMessage("Be brief.")
                                        .addUserMessage("17 * 23?")
                                        .build());

        assertThat(reply.choices().getFirst().message().content()).contains(ScriptedGateway.ANSWER);
        assertThat(reply.model()).isEqualTo("glimprouter@0.5");
        assertThat(reply.usage())
                .get()
                .satisfies(usage -> assertThat(usage.totalTokens()).isPositive());
        assertThat(reply.validate().isValid()).isTrue();
    }

    @Test
    void modelsAreListed() {
        assertThat(client.models().list().items())
                .extracting(com.openai.models.models.Model::id)
                .containsExactly("glimprouter");
    }
}
