package dev.glimprouter.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.examples.gateway.ScriptedGateway;

import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Spring AI, unchanged, over a real gateway. */
class SpringAiExampleTest {

    private static ConfigurableApplicationContext run(ScriptedGateway gateway) {
        return SpringApplication.run(
                SpringAiExample.class,
                "17 * 23?",
                "--spring.ai.openai.base-url=" + gateway.baseUrl(),
                "--spring.main.log-startup-info=false");
    }

    @Test
    void theExampleShowsReasoningAndAnswer() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try (ScriptedGateway gateway = new ScriptedGateway();
                ConfigurableApplicationContext _ = run(gateway)) {
            assertThat(shown.toString(StandardCharsets.UTF_8))
                    .contains(ScriptedGateway.REASONING)
                    .contains(ScriptedGateway.ANSWER);
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void anAnswerMayBeStreamed() {
        try (ScriptedGateway gateway = new ScriptedGateway();
                ConfigurableApplicationContext context = run(gateway)) {
            ChatClient chat = context.getBean(ChatClient.Builder.class).build();

            assertThat(chat.prompt("17 * 23?").stream().content().collectList().block())
                    .satisfies(
                            pieces ->
                                    assertThat(String.join("", pieces))
                                            .isEqualTo(ScriptedGateway.ANSWER));
        }
    }
}
