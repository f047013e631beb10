package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.Result;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.strategy.ChooseAmongDrafts;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Several drafts of which large picks one. */
class ChoiceTest {

    private static final Reply LAST = Reply.text("By large.</think>");
    private static final Reply ANSWER = Reply.text("4");

    private final RetryableException gone = new RetryableException("nobody answers");

    /** The n-th generation of all sessions together gets the n-th reply. */
    private static ScriptedEngine inTurn(Reply... replies) {
        AtomicInteger next = new AtomicInteger();
        return ScriptedEngine.of(_ -> replies[next.getAndIncrement()]);
    }

    private static ScriptedEngine three() {
        return inTurn(
                Reply.text("One.</think>"),
                Reply.text("Two two.</think>"),
                Reply.text("3.</think>"));
    }

    private static Route route(ScriptedEngine small, List<Reply> large, Reply... opinions) {
        Script script = Script.of(large.toArray(Reply[]::new)).answering(opinions);
        return Route.of(small, ScriptedEngine.of(script)).with(new ChooseAmongDrafts(3, 0));
    }

    private static Reply picks(String letter) {
        return Reply.opinion(Map.of(" " + letter, 0.6, "x", 0.4));
    }

    @Test
    void largePicksOneDraftAndTheOthersAreThrownAway() {
        Reply opinion = Reply.opinion(Map.of("A", 0.1, "B", 0.2, " B", 0.4, " D", 0.1, "x", 0.2));
        Route route = route(three(), List.of(ANSWER), opinion);

        Result result = route.ask();

        route.heard.check();
        assertThat(route.texts()).containsExactly("Two two.");
        assertThat(route.heard.reasoning().steps().getFirst().attempt()).isEqualTo(1);
        assertThat(route.heard.events(RouteEvent.Judged.class))
                .extracting(RouteEvent.Judged::attempt, told -> told.verdict().accepted())
                .containsExactly(tuple(0, false), tuple(1, true), tuple(2, false));
        assertThat(route.heard.events(RouteEvent.Judged.class).get(1).verdict().score())
                .isCloseTo(0.75, within(1e-9));
        assertThat(route.heard.events(RouteEvent.Rejected.class))
                .extracting(RouteEvent.Rejected::attempt, RouteEvent.Rejected::tokens)
                .containsExactly(tuple(0, 2), tuple(2, 2));
        assertThat(Route.used(result, SMALL).generatedTokens()).isEqualTo(2 + 3 + 2);
        assertThat(Route.used(result, SMALL).discardedTokens()).isEqualTo(2 + 2);
        assertThat(Route.used(result, LARGE).judging().verdicts()).isEqualTo(1);
        String asked = route.large.calls(Call.Ask.class).getFirst().aside().question();
        assertThat(asked)
                .contains("\nA: One. (The reasoning is complete.)\nB: Two two.")
                .contains("\nD: none of them\n");
    }

    @Test
    void timeThatDraftsTakeTogetherIsCountedOnce() {
        Reply paced = Reply.tokens("a", "</think>").pace(Duration.ofNanos(10));
        Route route = route(inTurn(paced, paced, paced), List.of(ANSWER), picks("A"));

        Result result = route.ask();

        assertThat(Route.used(result, SMALL).decodeNanos())
                .as("from the first token of the last one to the last token of all")
                .isEqualTo(30);
    }

    @Test
    void theDraftsAreWrittenAtTheSameTimeWithDrawsOfTheirOwn() {
        Route route = route(three(), List.of(ANSWER), picks("A"));

        route.ask();

        assertThat(route.small.calls().stream().map(Route::brief).limit(14))
                .containsExactly(
                        "open",
                        "generate",
                        "branch",
                        "generate",
                        "branch",
                        "generate",
                        "next One.",
                        "next Two",
                        "next 3.",
                        "next ",
                        "next  two.",
                        "next ",
                        "next -",
                        "next ");
        assertThat(route.small.calls(Call.Generate.class))
                .extracting(Call.Generate::request)
                .extracting(Generation::seed)
                .doesNotHaveDuplicates();
        assertThat(route.small.openSessions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void withoutBranchesTheyAreWrittenOneAfterAnother(int branches) {
        Route route = route(three(), List.of(ANSWER), picks("C"));
        route.small = route.small.withBranches(branches);

        route.ask();

        route.heard.check();
        assertThat(route.texts()).containsExactly("3.");
        assertThat(route.small.openSessions()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"D", "E", "none"})
    void noneMeansThatLargeWrites(String letter) {
        Route route = route(three(), List.of(LAST, ANSWER), picks(letter));

        Result result = route.ask();

        route.heard.check();
        assertThat(route.writers()).containsExactly(LARGE);
        assertThat(route.heard.last(RouteEvent.Decided.class).decision().reason())
                .isEqualTo("large picked none");
        assertThat(Route.used(result, SMALL).discardedTokens()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"B, Two two.", "' b', Two two.", "D, By large.", "?, By large."})
    void withoutADistributionTheWordCounts(String word, String text) {
        boolean none = text.equals("By large.");
        Route route =
                route(
                        three(),
                        none ? List.of(LAST, ANSWER) : List.of(ANSWER),
                        Reply.tokens(word).distribution(Optional.empty()));

        route.ask();

        route.heard.check();
        assertThat(route.texts()).containsExactly(text);
        assertThat(route.heard.last(RouteEvent.Decided.class).decision().score()).isNaN();
    }

    @Test
    void aDraftThatBreaksOffIsNoCandidate() {
        Route route =
                route(
                        inTurn(
                                Reply.text("One").thenFail(gone),
                                Reply.text("Two two.</think>"),
                                Reply.text("3.</think>")),
                        List.of(ANSWER),
                        picks("A"));

        route.ask();

        route.heard.check();
        assertThat(route.texts()).containsExactly("Two two.");
        assertThat(route.heard.last(RouteEvent.Retried.class).reason())
                .isEqualTo("a draft broke off: nobody answers");
    }

    @Test
    void withoutDraftsLargeWrites() {
        Reply[] failing = new Reply[3];
        Arrays.fill(failing, Reply.failure(gone));
        Route route = route(inTurn(failing), List.of(LAST, ANSWER));

        route.ask();

        route.heard.check();
        assertThat(route.writers()).containsExactly(LARGE);
        assertThat(route.heard.last(RouteEvent.Decided.class).decision().reason())
                .isEqualTo("no draft");
    }

    @Test
    void theFirstDraftIsKeptWhereNobodyCanBeAsked() {
        Route route =
                route(three(), List.of(ANSWER), Reply.failure(gone))
                        .with(RouterConfig.DEFAULT.withLargeDown(LargeDown.SMALL));

        route.ask();

        route.heard.check();
        assertThat(route.texts()).containsExactly("One.");
    }

    @Test
    void largeSetsTheDirection() {
        Route route =
                route(three(), List.of(Reply.text("Plan.\n\n"), ANSWER), picks("A"))
                        .with(new ChooseAmongDrafts(3, 1));

        route.ask();

        route.heard.check();
        assertThat(route.texts()).containsExactly("Plan.\n\n", "One.");
    }
}
