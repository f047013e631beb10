package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.Result;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Draft;
import dev.glimprouter.strategy.DraftSignals;
import dev.glimprouter.strategy.Stepwise;
import dev.glimprouter.strategy.Turn;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;

/** Both models draft the same step, and one of the drafts is kept. */
class TwoDraftsTest {

    private final List<Draft> drafts = new ArrayList<>();

    /** Has both draft each step and keeps the one's. */
    private record Both(Writer kept, List<Draft> drafts) implements Stepwise {
        @Override
        public String name() {
            return "both";
        }

        @Override
        public Step next(Turn turn) {
            turn.glimpse();
            Draft small = turn.draft(SMALL, true).orElseThrow();
            Draft large = turn.draft(LARGE, true).orElseThrow();
            drafts.addAll(List.of(small, large));
            turn.decided(Decision.fixed(kept, name(), "as told"));
            return turn.keep(kept == SMALL ? small : large);
        }
    }

    @ParameterizedTest
    @EnumSource(Writer.class)
    void theOtherOneIsThrownAwayAndBothGoOnFromTheKeptOne(Writer kept) {
        Reply smallOne = Reply.signed("So two.\n\n", 0.5, 0.7, 0.0);
        Reply smallLast = Reply.text("It is four.</think>");
        Route route =
                Route.of(
                                List.of(smallOne, smallOne, smallLast, smallLast),
                                List.of(
                                        Reply.signed("Two.\n\n", 0.2, 0.0, 0.0),
                                        Reply.text("Four.</think>"),
                                        Reply.text("4")))
                        .with(new Both(kept, drafts));

        Result result = route.ask();

        route.heard.check();
        assertThat(result.answer()).isEqualTo("4");
        assertThat(route.writers()).containsExactly(kept, kept);
        assertThat(drafts)
                .extracting(Draft::writer, Draft::attempt, Draft::text)
                .containsExactly(
                        tuple(SMALL, 0, "So two.\n\n"),
                        tuple(LARGE, 1, "Two.\n\n"),
                        tuple(SMALL, 0, "It is four."),
                        tuple(LARGE, 1, "Four."));
        assertThat(DraftSignals.meanEntropy(drafts.getFirst()).orElseThrow())
                .isCloseTo(0.4, within(1e-5));
        assertThat(route.heard.events(RouteEvent.Rejected.class))
                .extracting(RouteEvent.Rejected::writer)
                .containsExactly(kept.other(), kept.other());
        int thrownAway =
                drafts.stream()
                        .filter(draft -> draft.writer() != kept)
                        .mapToInt(Draft::tokens)
                        .sum();
        assertThat(Route.used(result, kept.other()).discardedTokens())
                .isGreaterThanOrEqualTo(thrownAway);
        assertThat(route.small.openSessions() + route.large.openSessions()).isZero();
    }
}
