package dev.glimprouter.langchain4j;

import dev.glimprouter.question.Message;
import dev.glimprouter.question.Question;
import dev.glimprouter.question.Role;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads conversations. Thinking of earlier messages is dropped: the models see their answers only.
 *
 * @param instruction what comes before the system message
 */
record Conversation(String instruction) {

    /** The question that a conversation ends with. */
    Question question(List<ChatMessage> messages) {
        return Question.of(instruction, messages.stream().map(Conversation::message).toList());
    }

    private static Message message(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> new Message(Role.SYSTEM, system.text());
            case UserMessage user -> new Message(Role.USER, text(user));
            case AiMessage answer -> new Message(Role.ASSISTANT, text(answer)).withoutReasoning();
            case ToolExecutionResultMessage _ -> throw Unsupported.of("The result of a tool");
            default ->
                    throw Unsupported.of(
                            "A message of the type %s"
                                    .formatted(message.type().name().toLowerCase(Locale.ROOT)));
        };
    }

    private static String text(UserMessage user) {
        return user.contents().stream().map(Conversation::text).collect(Collectors.joining("\n"));
    }

    private static String text(Content content) {
        if (content instanceof TextContent text) {
            return text.text();
        }
        throw Unsupported.of(
                "Content of the type %s".formatted(content.type().name().toLowerCase(Locale.ROOT)));
    }

    private static String text(AiMessage answer) {
        if (answer.hasToolExecutionRequests()) {
            throw Unsupported.of("The use of tools");
        }
        return Optional.ofNullable(answer.text()).orElse("");
    }
}
