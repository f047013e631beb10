package dev.glimprouter.examples.spring;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Asks a gateway ({@code ./glimprouter serve}) by Spring AI; application.properties says where. */
@SpringBootApplication
public class SpringAiExample {

    /** Asks the question given. */
    public static void main(String[] arguments) {
        SpringApplication.run(SpringAiExample.class, arguments);
    }

    @Bean
    ApplicationRunner ask(ChatClient.Builder chat) {
        return arguments -> {
            String question = String.join(" ", arguments.getNonOptionArgs());
            ChatResponse response = chat.build().prompt(question).call().chatResponse();
            if (response != null) {
                response.getResults().forEach(SpringAiExample::show);
            }
        };
    }

    private static void show(Generation result) {
        System.out.println(result.getOutput().getMetadata().get("reasoningContent"));
        System.out.println();
        System.out.println(result.getOutput().getText());
    }
}
