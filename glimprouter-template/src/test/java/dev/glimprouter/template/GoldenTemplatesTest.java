package dev.glimprouter.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.question.Message;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Stream;

/** Each test template renders each conversation as Jinja2 does. */
class GoldenTemplatesTest {
    @TestFactory
    Stream<DynamicTest> rendersAsJinja2Does() {
        return Golden.json("template-golden.json").properties().stream()
                .flatMap(
                        template ->
                                template.getValue().properties().stream()
                                        .map(
                                                conversation ->
                                                        test(
                                                                template.getKey(),
                                                                conversation.getKey(),
                                                                conversation.getValue())));
    }

    private static DynamicTest test(String template, String conversation, JsonNode golden) {
        return DynamicTest.dynamicTest(
                template + ": " + conversation, () -> check(template, conversation, golden));
    }

    private static void check(String name, String conversation, JsonNode golden) {
        ChatTemplate template = Golden.template(name);
        List<Message> messages = Golden.messages(conversation);
        if (golden.has("output")) {
            List<Piece> pieces = template.render(messages, true);
            assertThat(Golden.joined(pieces)).isEqualTo(golden.get("output").asString());
            assertThatMessagesStayMessages(messages, pieces);
        } else {
            assertThatThrownBy(() -> template.render(messages, true))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining(golden.get("raised").asString())
                    .hasMessageContaining("--chat-template FILE");
        }
    }

    /** Template text holds no word of a message that is long enough to be told apart. */
    private static void assertThatMessagesStayMessages(List<Message> messages, List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.TemplateText(String text)) {
                for (Message message : messages) {
                    String content = message.content().strip();
                    if (content.length() > 3) {
                        assertThat(text).doesNotContain(content);
                    }
                }
            }
        }
    }
}
