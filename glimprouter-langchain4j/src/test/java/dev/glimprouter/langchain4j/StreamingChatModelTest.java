package dev.glimprouter.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.testkit.Reply;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;

import org.junit.jupiter.api.Test;

/** What a streaming chat model tells its handler. */
class StreamingChatModelTest {

    private static final String QUESTION = "How much is 2 + 2?";

    private static Heard ask(Pair pair, Heard heard) {
        pair.streaming().build().chat(QUESTION, heard);
        heard.await();
        return heard;
    }

    @Test
    void thinkingComesFirstAndThenTheAnswer() {
        Heard heard = ask(Pair.usual(), new Heard());

        assertThat(heard.kinds()).containsExactly("thinking", "text", "complete");
        assertThat(heard.thinking()).isEqualTo("Two and two is asked.\n\nSo four.");
        assertThat(heard.text()).isEqualTo("It is \\boxed{4}");
        assertThat(heard.response().aiMessage().thinking()).isEqualTo(heard.thinking());
        assertThat(heard.response().aiMessage().text()).isEqualTo(heard.text());
    }

    @Test
    void allCallsComeFromOneVirtualThread() {
        Heard heard = ask(Pair.usual(), new Heard());

        assertThat(heard.threads()).hasSize(1);
        assertThat(heard.threads()).allMatch(Thread::isVirtual);
    }

    @Test
    void afterACancellationNothingMoreIsTold() {
        Pair pair = Pair.answering(Reply.endless("It", " is", " four", "."));

        Heard heard = ask(pair, new Heard().cancellingAfter(3));

        assertThat(heard.calls()).isEqualTo(3);
        assertThat(heard.kinds()).doesNotContain("complete", "error");
        assertThat(pair.openSessions()).isZero();
    }

    @Test
    void aFailureComesAfterWhatWasWritten() {
        Pair pair =
                Pair.answering(
                        Reply.text("It is").thenFail(new RetryableException("The model is gone.")));

        Heard heard = ask(pair, new Heard());

        assertThat(heard.kinds()).containsExactly("thinking", "text", "error");
        assertThat(heard.failure())
                .isInstanceOf(InternalServerException.class)
                .hasMessage("The model is gone.");
        assertThat(pair.openSessions()).isZero();
    }

    @Test
    void whatIsNotSupportedIsRefusedAtOnce() {
        Heard heard = new Heard();
        ChatRequest request =
                ChatRequest.builder()
                        .messages(UserMessage.from(QUESTION))
                        .responseFormat(ResponseFormat.JSON)
                        .build();

        assertThatThrownBy(() -> Pair.usual().streaming().build().chat(request, heard))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThat(heard.calls()).isZero();
    }
}
