package dev.glimprouter.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.question.Question;
import dev.glimprouter.time.Cancellation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** The checker of events finds what is out of order. */
class EventOrderTest {

    private static final List<RouteEvent> GOOD = good();

    private static List<RouteEvent> good() {
        RecordingListener heard = new RecordingListener();
        Reply uncertain = Reply.text("x").entropy(3);
        GlimpRouter router =
                GlimpRouter.of(
                        ScriptedEngine.of(Reply.text("One.\n\n"), uncertain),
                        ScriptedEngine.of(Reply.text("Two.</think>"), Reply.text("It is 4")));
        router.ask(Question.of("What?"), heard, new Cancellation());
        return heard.events();
    }

    private static int first(Class<? extends RouteEvent> kind) {
        for (int i = 0; i < GOOD.size(); i++) {
            if (kind.isInstance(GOOD.get(i))) {
                return i;
            }
        }
        throw new AssertionError("none of " + kind);
    }

    private static void wrong(List<RouteEvent> events) {
        assertThatThrownBy(() -> EventOrder.check(events)).isInstanceOf(AssertionError.class);
    }

    @Test
    void goodEventsPass() {
        EventOrder.check(GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                RouteEvent.Started.class,
                RouteEvent.Prefilled.class,
                RouteEvent.Glimpsed.class,
                RouteEvent.Delta.class,
                RouteEvent.StepWritten.class,
                RouteEvent.AnswerDelta.class,
                RouteEvent.Finished.class
            })
    void anEventMustNotBeMissing(Class<? extends RouteEvent> kind) {
        List<RouteEvent> events = new ArrayList<>(GOOD);
        events.remove(first(kind));

        wrong(events);
    }

    @Test
    void noEventMayComeTwice() {
        for (int i = 0; i < GOOD.size(); i++) {
            List<RouteEvent> events = new ArrayList<>(GOOD);
            events.add(i, GOOD.get(i));

            wrong(events);
        }
    }

    @Test
    void aDecisionComesBeforeTheText() {
        List<RouteEvent> events = new ArrayList<>(GOOD);
        int decided = first(RouteEvent.Decided.class);
        events.add(decided + 1, events.remove(decided));

        wrong(events);
    }

    @Test
    void timeDoesNotRunBackwards() {
        List<RouteEvent> events = new ArrayList<>(GOOD);
        events.set(0, started(Long.MAX_VALUE));

        wrong(events);
    }

    private static RouteEvent started(long nanos) {
        RouteEvent.Started of = (RouteEvent.Started) GOOD.getFirst();
        return new RouteEvent.Started(
                nanos, of.question(), of.strategy(), of.config(), of.models());
    }
}
