package dev.glimprouter.gateway.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.event.Tally;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What goes out together, and what at once. */
class ChatStreamTest {

    private final List<String> sent = new ArrayList<>();
    private final ChatStream stream =
            new ChatStream(
                    new ReplyHead("chatcmpl-1", 1, "glimprouter"),
                    2,
                    false,
                    bytes -> sent.add(new String(bytes, StandardCharsets.UTF_8)));

    private static Ended stopped() {
        return new Ended("stop", new Tally());
    }

    @Test
    void thatAnAnswerBeginsGoesOutWithItsFirstText() {
        stream.reasoning(0, "So");
        stream.reasoning(0, " four");

        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).contains("\"role\"").contains("So");
    }

    @Test
    void theEndOfAnAnswerDoesNotWaitForTheNextOne() {
        stream.answer(0, "4");
        stream.ended(0, stopped());

        assertThat(sent).hasSize(2);
        assertThat(sent.getLast()).contains("\"finish_reason\":\"stop\"");
    }

    @Test
    void theEndOfTheLastAnswerGoesOutWithThatOfTheReply() {
        stream.answer(0, "4");
        stream.ended(0, stopped());
        stream.answer(1, "5");
        stream.ended(1, stopped());
        assertThat(sent).hasSize(3);
        stream.done();

        assertThat(sent).hasSize(4);
        assertThat(sent.getLast())
                .contains("\"finish_reason\":\"stop\"")
                .endsWith("data: [DONE]\n\n");
    }
}
