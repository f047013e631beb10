package dev.glimprouter.testkit.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.Delivery;
import dev.glimprouter.GlimpRouter;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.event.CommittedText;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Tally;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.RecordingListener;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.time.Cancellation;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What is delivered of an answer, and what is said of it. */
class DeliveryTest implements CommittedText.Reader {

    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder answer = new StringBuilder();
    private final StringBuilder shown = new StringBuilder();
    private final RecordingListener watcher = new RecordingListener();
    private final Tally tally = new Tally();
    private final Cancellation cancellation = new Cancellation();

    @Override
    public void reasoning(Writer writer, String text) {
        reasoning.append(text);
        shown.append(text);
    }

    @Override
    public void answer(Writer writer, String text) {
        answer.append(text);
        shown.append(text);
    }

    @Override
    public void pause() {
        if (!shown.toString().endsWith("|")) {
            shown.append("|");
        }
    }

    private static GlimpRouter router(Reply answer) {
        return GlimpRouter.of(
                ScriptedEngine.of(
                        Reply.text("Hm.\n\n").entropy(2), Reply.text("Four.</think>").entropy(0)),
                ScriptedEngine.of(Reply.text("Two and two.\n\n"), answer));
    }

    private boolean deliver(GlimpRouter router, String... stops) {
        return new Delivery(router, Question.of("2 + 2?"), List.of(stops))
                .to(this, tally.andThen(watcher), cancellation);
    }

    @Test
    void reasoningAndAnswerAreDelivered() {
        boolean cut = deliver(router(Reply.text("It is 4.\n")));

        assertThat(reasoning).hasToString("Two and two.\n\nFour.");
        assertThat(answer).hasToString("It is 4.");
        assertThat(cut).isFalse();
        assertThat(tally.stop()).contains(Stop.FINISHED);
        assertThat(tally.steps(Writer.LARGE)).isEqualTo(1);
        assertThat(tally.strategy()).isEqualTo("glimpse(tau=1.0)");
    }

    @Test
    void readersHearWhenAModelHasToBeWaitedFor() {
        deliver(router(Reply.tokens("It", " is").then(() -> {}).thenTokens(" 4", ".")));

        assertThat(shown).hasToString("|Two and two.|\n\nFour.|It is| 4.");
    }

    @Test
    void aStopTextEndsTheWriting() {
        boolean cut = deliver(router(Reply.endless("It", " is", " 4", ".")), " 4.");

        assertThat(answer).hasToString("It is");
        assertThat(cut).isFalse();
        assertThat(tally.ending()).isEmpty();
        assertThat(watcher.events().getLast()).isInstanceOf(RouteEvent.Cancelled.class);
    }

    @Test
    void whatLooksLikeAStopTextIsDeliveredInTheEnd() {
        deliver(router(Reply.text("It is 4.")), "4.5");

        assertThat(answer).hasToString("It is 4.");
    }

    @Test
    void aLimitCutsTheAnswer() {
        GlimpRouter router =
                router(Reply.endless("It", " is", " 4", "."))
                        .withConfig(RouterConfig.DEFAULT.withAnswerLimit(3));

        assertThat(deliver(router)).isTrue();
        assertThat(answer).hasToString("It is 4");
    }

    @Test
    void aCancellationIsNoStopText() {
        GlimpRouter router =
                router(Reply.text("It is").then(cancellation::cancel).thenTokens(" 4", "."));

        assertThatThrownBy(() -> deliver(router, "!")).isInstanceOf(CancelledException.class);
    }

    @Test
    void anEmptyStopTextIsRefused() {
        assertThatThrownBy(() -> deliver(router(Reply.nothing()), ""))
                .isInstanceOf(RequestException.class);
    }
}
