package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.glimprouter.Result;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What a question costs, worked out by hand. */
class UsageTest {

    /** "Be brief." and "What is two and two?" and "<think>" and a newline. */
    private static final int HEAD = 2 + 5 + 2;

    @Test
    void eachTokenIsEvaluatedOnceOnEachModel() {
        Route route =
                Route.of(
                        List.of(
                                Reply.text("One one.\n\n"),
                                Reply.text("x").entropy(3),
                                Reply.text("Three.</think>")),
                        List.of(Reply.text("Two two two.\n\n"), Reply.text("It is 4")));

        Result result = route.ask();

        int one = 3;
        int two = 4;
        int three = 1;
        int close = 3;
        Usage small = Route.used(result, SMALL);
        assertThat(small.promptTokens()).as("head and two").isEqualTo(HEAD + two);
        assertThat(small.generatedTokens()).as("one, three").isEqualTo(one + three + 1);
        assertThat(small.glimpses()).isEqualTo(3);
        Usage large = Route.used(result, LARGE);
        assertThat(large.promptTokens())
                .as("head and one; three and the closing")
                .isEqualTo(HEAD + one + three + close);
        assertThat(large.generatedTokens()).as("two, answer, its end").isEqualTo(two + 3 + 1);
        assertThat(large.glimpses()).isZero();
        assertThat(small.seamTokens() + large.seamTokens()).isZero();
        assertThat(small.discardedTokens() + large.discardedTokens()).isZero();
        assertThat(small.missingProbes()).isZero();
        assertThat(result.reasoning().tokensBy(SMALL)).isEqualTo(one + three + 1);
        assertThat(result.reasoning().tokensBy(LARGE)).isEqualTo(two);
        assertThat(result.reasoning().interventionRate()).isEqualTo(1.0 / 3);
        route.heard.check();
    }

    @Test
    void timeGoesToGlimpsePrefillAndDecode() {
        Route route =
                Route.of(
                        List.of(
                                Reply.tokens("a", "b", "\n\n").pace(Duration.ofNanos(10)),
                                Reply.tokens("x").entropy(3).pace(Duration.ofNanos(10))),
                        List.of(
                                Reply.tokens("c", "d", "</think>").pace(Duration.ofNanos(100)),
                                Reply.tokens("e").pace(Duration.ofNanos(100))));
        route.small = route.small.withPrefill(1);
        route.large = route.large.withPrefill(2);

        Result result = route.ask();

        Usage small = Route.used(result, SMALL);
        assertThat(small.prefillNanos()).isEqualTo(HEAD);
        assertThat(small.glimpseNanos()).as("prefill, a, x").isEqualTo(HEAD + 10 + 10);
        assertThat(small.decodeNanos()).as("b and the blank line").isEqualTo(20);
        Usage large = Route.used(result, LARGE);
        long beforeC = HEAD + 2;
        long beforeE = 3;
        assertThat(large.prefillNanos()).isEqualTo(2 * (beforeC + beforeE));
        assertThat(large.decodeNanos()).as("d, tag; the answer's end").isEqualTo(200);
        assertThat(large.glimpseNanos()).isZero();
        assertThat(result.nanos()).isEqualTo(HEAD + 40 + 2 * (beforeC + beforeE) + 300 + 100);
        assertThat(result.reasoning().steps())
                .extracting(Step::nanos)
                .containsExactly((long) HEAD + 30, 10L + 2 * beforeC + 300);
    }

    @Test
    void goingOnFromOwnTextIsWritingAndNoPrefill() {
        Duration small = Duration.ofNanos(10);
        Duration large = Duration.ofNanos(100);
        Route route =
                Route.of(
                        List.of(
                                Reply.tokens("a", "\n\n").pace(small),
                                Reply.tokens("b", "\n\n").pace(small),
                                Reply.tokens("x").entropy(3).pace(small),
                                Reply.tokens("x").entropy(3).pace(small)),
                        List.of(
                                Reply.tokens("c", "\n\n").pace(large),
                                Reply.tokens("d", "</think>").pace(large),
                                Reply.tokens("e").pace(large)));

        Result result = route.ask();

        assertThat(route.heard.events(RouteEvent.Prefilled.class))
                .extracting(RouteEvent.Prefilled::step, RouteEvent.Prefilled::writer)
                .containsExactly(
                        tuple(0, SMALL), tuple(2, LARGE), tuple(3, SMALL), tuple(4, LARGE));
        Usage usedSmall = Route.used(result, SMALL);
        assertThat(usedSmall.glimpseNanos()).as("a, b and x twice").isEqualTo(40);
        assertThat(usedSmall.decodeNanos()).as("two blank lines").isEqualTo(20);
        assertThat(Route.used(result, LARGE).decodeNanos())
                .as("a blank line; d, which goes on from it, and the tag")
                .isEqualTo(100 + 200);
        route.heard.check();
    }

    @Test
    void aStreamThatFailsBeforeItsFirstTokenHasWrittenNothing() {
        Route route =
                Route.of(
                        List.of(Reply.tokens("x").entropy(3).after(Duration.ofSeconds(1))),
                        List.of(Reply.failure(new RetryableException("gone"))));

        assertThatThrownBy(route::ask).isInstanceOf(RetryableException.class);

        RouteEvent.Failed failed = route.heard.events(RouteEvent.Failed.class).getFirst();
        assertThat(failed.usage().getOrDefault(LARGE, Usage.NONE).decodeNanos()).isZero();
    }

    @Test
    void aSeamIsCountedNotHidden() {
        Route route =
                Route.of(
                        List.of(Reply.tokens("One", ".\n\nTwo"), Reply.text("</think>")),
                        List.of(Reply.text("4")));

        Result result = route.ask();

        assertThat(Route.used(result, SMALL).seamTokens()).isEqualTo(1);
        assertThat(Route.used(result, SMALL).promptTokens()).isEqualTo(HEAD + 1);
        route.heard.check();
    }

    @Test
    void whatATokenHoldsBehindTheEndIsDroppedAndCounted() {
        Route route =
                Route.of(
                        List.of(Reply.tokens("One", ".\n\nTwo"), Reply.tokens("</think>.")),
                        List.of(Reply.text("4")));

        Result result = route.ask();

        assertThat(Route.used(result, SMALL).droppedChars()).as("Two and a dot").isEqualTo(4);
        assertThat(Route.used(result, LARGE).droppedChars()).isZero();
    }

    @Test
    void halfACloseTagThatALimitCutsIsDroppedAndCounted() {
        Route route =
                Route.of(
                                List.of(Reply.tokens("One", "</", "think", ">"), Reply.nothing()),
                                List.of(Reply.text("4")))
                        .with(RouterConfig.DEFAULT.withStepLimit(3));

        Result result = route.ask();

        assertThat(Route.used(result, SMALL).droppedChars()).isEqualTo("</think".length());
    }

    @Test
    void aGlimpseThatNobodyFollowedDropsNothing() {
        Route route =
                Route.of(
                        List.of(Reply.tokens("One.\n\nTwo").entropy(3), Reply.text("</think>")),
                        List.of(Reply.text("By large.\n\n"), Reply.text("4")));

        assertThat(Route.used(route.ask(), SMALL).droppedChars()).isZero();
    }

    @Test
    void aModelThatOnlyGlimpsedHasNoGeneratedTokens() {
        Route route =
                Route.of(
                        List.of(Reply.text("x").entropy(3)),
                        List.of(Reply.text("One.</think>"), Reply.text("4")));

        Result result = route.ask();

        assertThat(Route.used(result, SMALL).generatedTokens()).isZero();
        assertThat(Route.used(result, SMALL).promptTokens()).isEqualTo(HEAD);
        assertThat(result.reasoning().interventionRate()).isEqualTo(1);
        route.heard.check();
    }
}
