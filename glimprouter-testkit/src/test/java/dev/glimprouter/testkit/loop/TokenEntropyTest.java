package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;
import static dev.glimprouter.testkit.loop.TokenRoute.GREEDY;
import static dev.glimprouter.testkit.loop.TokenRoute.HEAD;
import static dev.glimprouter.testkit.loop.TokenRoute.WORDS;
import static dev.glimprouter.testkit.loop.TokenRoute.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.glimprouter.Result;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.strategy.TokenEntropy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Both models write a step, each token by whom the entropy names. */
class TokenEntropyTest {

    /** Small hesitates between two tokens (0.69 nats) at c and at the third step's first token. */
    private static final Map<Integer, Integer> DOUBTS = Map.of(2, 2, 5, 2);

    private static final String SMALL_TEXT = "abgd\n\nef</think>";
    private static final String LARGE_TEXT = "abcd\n\ngf</think>";

    private static TokenRoute route(TokenEntropy strategy) {
        return new TokenRoute(writing(SMALL_TEXT, DOUBTS), writing(LARGE_TEXT), strategy);
    }

    @Test
    void aHandWorkedExample() {
        TokenRoute route = route(TokenEntropy.of(0.45));

        Result result = route.ask(GREEDY.withAnswerLimit(1));

        assertThat(result.reasoning().steps())
                .extracting(Step::text, Step::writer, Step::tokens, Step::otherTokens, Step::ending)
                .containsExactly(
                        tuple("abcd\n\n", SMALL, 5, 1, Ending.BLANK_LINE),
                        tuple("gf", SMALL, 4, 1, Ending.CLOSE_TAG));
        assertThat(result.reasoning().tokensBy(LARGE)).isEqualTo(2);
        assertThat(result.reasoning().tokensBy(SMALL)).isEqualTo(7);
        assertThat(result.reasoning().interventionRate()).as("by steps").isZero();
        assertThat(route.small.batches())
                .as("the head at the glimpse; a, b, c, d; the blank line; g, f, </")
                .containsExactly(HEAD, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(route.large.batches())
                .as("head, a, b; c, d, the blank line; g and the rest, with the closing")
                .startsWith(HEAD + 2, 3);
        Usage small = Route.used(result, SMALL);
        assertThat(small.generatedTokens()).isEqualTo(7);
        assertThat(small.promptTokens()).as("head, c, g").isEqualTo(HEAD + 2);
        assertThat(small.glimpses()).isEqualTo(2);
        assertThat(small.discardedTokens()).isZero();
        Usage large = Route.used(result, LARGE);
        assertThat(large.generatedTokens()).as("c, g and the answer").isEqualTo(3);
        assertThat(large.promptTokens())
                .as("head, a, b, d, the blank line; f; the closing")
                .isEqualTo(HEAD + 4 + 1 + WORDS.ids("\n</think>\n\n").length);
        assertThat(route.heard.events(RouteEvent.Delta.class))
                .filteredOn(delta -> delta.writer() == LARGE)
                .extracting(RouteEvent.Delta::text)
                .containsExactly("c", "g");
        route.heard.check();
    }

    @Test
    void thresholdsAtTheEndsLeaveOneWriter() {
        Result allLarge = route(TokenEntropy.of(0)).ask(GREEDY);
        Result allSmall = route(TokenEntropy.of(Double.POSITIVE_INFINITY)).ask(GREEDY);

        assertThat(allLarge.reasoning().text()).isEqualTo("abcd\n\ngf");
        assertThat(allLarge.reasoning().tokensBy(SMALL)).isZero();
        assertThat(allSmall.reasoning().text()).isEqualTo("abgd\n\nef");
        assertThat(allSmall.reasoning().tokensBy(LARGE)).isZero();
    }

    @Test
    void inertiaGoesOnThroughTheSteps() {
        TokenRoute route = route(new TokenEntropy(0.45, 0.7, 0.7, 0.3));

        Result result = route.ask(GREEDY.withAnswerLimit(1));

        assertThat(result.reasoning().steps())
                .as("share 0.7, 0.49, 0.643, 0.4501, 0.315; then 0.5206, 0.3644, 0.2551, 0.1786")
                .extracting(Step::text, Step::writer, Step::tokens, Step::otherTokens)
                .containsExactly(tuple("abcd\n\n", LARGE, 5, 0), tuple("gf", LARGE, 4, 2));
        route.heard.check();
    }

    @Test
    void asMuchByBothCountsAsLarges() {
        TokenRoute route =
                new TokenRoute(writing("ab", Map.of(1, 2)), writing("ab"), TokenEntropy.of(0.45));

        Step step = route.ask(GREEDY.withStepLimit(2)).reasoning().steps().getFirst();

        assertThat(step).extracting(Step::writer, Step::otherTokens).containsExactly(LARGE, 1);
    }

    @Test
    void aTokenThatGoesOnBehindTheBlankLineIsCut() {
        String text = "a.\n\nbfc</think>";
        TokenRoute route = new TokenRoute(writing(text), writing(text), TokenEntropy.of(0.45));

        Result result = route.ask(GREEDY);

        assertThat(result.reasoning().text()).isEqualTo("a.\n\nc");
        assertThat(Route.used(result, SMALL).droppedChars()).as("b").isEqualTo(1);
        route.heard.check();
    }

    @Test
    void aVainStepIsRejectedForBoth() {
        TokenRoute route =
                new TokenRoute(
                        writing("\n\n\n\n", Map.of(1, 2)),
                        writing("\n\n\n\n"),
                        TokenEntropy.of(0.45));

        route.ask(GREEDY.withStepLimit(2));

        assertThat(route.heard.events(RouteEvent.Rejected.class))
                .extracting(RouteEvent.Rejected::writer, RouteEvent.Rejected::tokens)
                .startsWith(tuple(LARGE, 1), tuple(SMALL, 1));
        route.heard.check();
    }

    @Test
    void aCancellationEndsTheStep() {
        TokenRoute route = route(TokenEntropy.of(0.45));

        assertThatThrownBy(
                        () ->
                                route.ask(
                                        GREEDY,
                                        event -> {
                                            if (event instanceof RouteEvent.Delta delta
                                                    && delta.text().equals("b")) {
                                                route.cancellation.cancel();
                                            }
                                        }))
                .isInstanceOf(CancelledException.class);
        route.heard.check();
    }

    @Test
    void whatDraftsHelpToWriteIsTheSame() {
        Result plain = route(TokenEntropy.of(0.45)).ask(GREEDY);
        Result drafted = route(TokenEntropy.of(0.45)).ask(GREEDY.withSpeculative(true));

        assertThat(drafted.reasoning().text()).isEqualTo(plain.reasoning().text());
        assertThat(drafted.answer()).isEqualTo(plain.answer());
    }

    @Test
    void enginesWithoutTokensAreRefusedAtTheStart() {
        Route route = Route.of(List.of(), List.of()).with(TokenEntropy.of(0.45));

        assertThatThrownBy(route::ask)
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("token-entropy(tau=0.45) needs both models in-process");
    }

    @Test
    void parametersAreChecked() {
        assertThatThrownBy(() -> TokenEntropy.of(-1)).isInstanceOf(RequestException.class);
        assertThatThrownBy(() -> new TokenEntropy(1, 1, 0.7, 0.3))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("momentum");
        assertThatThrownBy(() -> new TokenEntropy(1, 0.5, 0.3, 0.7))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("low must not be above high");
    }
}
