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
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Speculation;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.SoloSteps;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.Uninterrupted;
import dev.glimprouter.testkit.logits.LogitModel;
import dev.glimprouter.testkit.logits.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.SplittableRandom;

/** Small drafts what large writes. */
class SpeculationTest {

    private static final RouterConfig SPECULATIVE = GREEDY.withSpeculative(true);
    private static final Strategy ALL_LARGE = new ProbeThenDispatch(new EntropyThreshold(0));
    private static final Strategy LARGE_STEPS = new SoloSteps(LARGE);

    @Test
    void costsAreThoseOfAHandWorkedExample() {
        TokenRoute route =
                new TokenRoute(writing("abcgef</think>"), writing("abcdef</think>"), LARGE_STEPS);

        Result result = route.ask(SPECULATIVE.withAnswerLimit(1));

        assertThat(result.reasoning().steps()).extracting(Step::text).containsExactly("abcdef");
        assertThat(result.reasoning().steps()).extracting(Step::tokens).containsExactly(8);
        assertThat(route.large.batches())
                .as("the head; a and b, c, g, e drafted; d and f, </, think> drafted; the closing")
                .startsWith(HEAD, 5, 4);
        assertThat(route.small.batches())
                .as("head and a; b, c, g; d, not g, f and </")
                .startsWith(HEAD + 1, 1, 1, 1, 1, 1, 1);
        assertThat(route.heard.events(RouteEvent.Speculated.class))
                .extracting(RouteEvent.Speculated::writer, RouteEvent.Speculated::speculation)
                .containsExactly(tuple(LARGE, new Speculation(2, 7, 5, 70)));
        Usage small = Route.used(result, SMALL);
        assertThat(small.discardedTokens()).as("g and e").isEqualTo(2);
        assertThat(small.generatedTokens()).isZero();
        assertThat(small.promptTokens()).as("head, a, d").isEqualTo(HEAD + 2);
        Usage large = Route.used(result, LARGE);
        assertThat(large.speculation()).isEqualTo(new Speculation(2, 7, 5, 70));
        assertThat(large.discardedTokens()).isZero();
        assertThat(large.generatedTokens()).as("step and answer").isEqualTo(8 + 1);
        assertThat(large.promptTokens())
                .as("head and the closing")
                .isEqualTo(HEAD + WORDS.ids("\n</think>\n\n").length);
        route.heard.check();
    }

    @Test
    void whatLargeWroteIsNotEvaluatedAgainByEither() {
        String text = "abcdef\n\nghi\n\nabc</think>";
        TokenRoute plain = new TokenRoute(writing(text), writing(text), ALL_LARGE);
        TokenRoute drafted = new TokenRoute(writing(text), writing(text), ALL_LARGE);

        Usage without = Route.used(plain.ask(GREEDY), SMALL);
        Result result = drafted.ask(SPECULATIVE);

        assertThat(total(drafted.small.batches()))
                .as("head, steps, half a tag, the closing, h: no token twice")
                .isLessThanOrEqualTo(HEAD + 14 + 1 + 4 + 1);
        assertThat(Route.used(result, SMALL).promptTokens()).isLessThan(without.promptTokens());
        assertThat(Route.used(result, SMALL).discardedTokens()).isZero();
        assertThat(Route.used(result, LARGE).promptTokens())
                .isEqualTo(Route.used(plain.ask(GREEDY), LARGE).promptTokens());
        drafted.heard.check();
    }

    private static int total(List<Integer> batches) {
        return batches.stream().mapToInt(Integer::intValue).sum();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void greedyOutputIsTheSameTokenByToken(long seed) {
        LogitModel small = chain(seed, 0.7f);
        LogitModel large = chain(seed, 0);
        for (Strategy strategy :
                List.of(ALL_LARGE, LARGE_STEPS, new Uninterrupted(LARGE), glimpse(1.5))) {
            RouterConfig rules = GREEDY.withStepLimit(25).withBudget(90).withAnswerLimit(20);
            TokenRoute plain = new TokenRoute(small, large, strategy);
            TokenRoute drafted = new TokenRoute(small, large, strategy);

            Result without = plain.ask(rules);
            Result with = drafted.ask(rules.withSpeculative(true));

            assertThat(texts(with.reasoning())).isEqualTo(texts(without.reasoning()));
            assertThat(with.answer()).isEqualTo(without.answer());
            assertThat(with.stop()).isEqualTo(without.stop());
            assertThat(Route.used(with, LARGE).generatedTokens())
                    .isEqualTo(Route.used(without, LARGE).generatedTokens());
            drafted.heard.check();
        }
    }

    @Test
    void acceptanceIsWholeWhereBothModelsAreTheSame() {
        LogitModel model = chain(5, 0);
        RouterConfig drawn = SPECULATIVE.withSampling(new Sampling(1, 0.9, 8, 0));
        TokenRoute route = new TokenRoute(model, model, LARGE_STEPS);

        Result result = route.ask(drawn.withBudget(200).withAnswerLimit(50));

        Speculation speculation = Route.used(result, LARGE).speculation();
        assertThat(speculation.draftedTokens()).isGreaterThan(20);
        assertThat(speculation.acceptedTokens())
                .as("but for what was drafted beyond an end")
                .isGreaterThan(speculation.draftedTokens() * 8 / 10);
        route.heard.check();
    }

    @Test
    void aBlankLineInTheMiddleOfADraftEndsTheStep() {
        TokenRoute route =
                new TokenRoute(
                        writing("ab\n\ncd</think>"), writing("ab\n\ncd</think>"), LARGE_STEPS);

        Result result = route.ask(SPECULATIVE);

        assertThat(texts(result.reasoning())).containsExactly("ab\n\n", "cd");
        assertThat(result.reasoning().steps())
                .extracting(Step::ending)
                .containsExactly(Ending.BLANK_LINE, Ending.CLOSE_TAG);
        route.heard.check();
    }

    @Test
    void aTokenThatGoesOnBehindTheBlankLineIsCut() {
        String text = "a.\n\nbfc</think>";
        TokenRoute route = new TokenRoute(writing(text), writing(text), LARGE_STEPS);

        Result result = route.ask(SPECULATIVE);

        assertThat(texts(result.reasoning())).containsExactly("a.\n\n", "c");
        assertThat(Route.used(result, LARGE).droppedChars()).as("b").isEqualTo(1);
        route.heard.check();
    }

    @Test
    void aStepLimitCutsADraft() {
        TokenRoute route =
                new TokenRoute(
                        writing("abcdefgh</think>"), writing("abcdefgh</think>"), LARGE_STEPS);

        Result result = route.ask(SPECULATIVE.withStepLimit(3));

        assertThat(texts(result.reasoning())).containsExactly("abc", "def", "gh", "");
        route.heard.check();
    }

    @Test
    void unlikeVocabulariesAreRefusedBeforeAnythingIsEvaluated() {
        Words other =
                Words.of("a", "x", "c", "d", "e", "f", "g", "h", "i", "\n\n", "</", "think>", "j");
        TokenRoute route = new TokenRoute(writing("a"), writing("a"), ALL_LARGE, other);

        assertThatThrownBy(() -> route.ask(SPECULATIVE))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("same vocabulary")
                .hasMessageContaining("small (15)")
                .hasMessageContaining("large (15)");
        assertThat(route.small.batches()).isEmpty();
        assertThat(route.large.batches()).isEmpty();
    }

    @Test
    void enginesWithoutTokensAreRefused() {
        Route route = Route.of(List.of(), List.of()).with(SPECULATIVE);

        assertThatThrownBy(route::ask)
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("speculative decoding needs both models in-process")
                .hasMessageContaining("scripted");
        assertThat(route.small.openSessions() + route.large.openSessions()).isZero();
    }

    @Test
    void aCancellationEndsARound() {
        TokenRoute route =
                new TokenRoute(writing("abcdefgh"), writing("abcdefgh"), new Uninterrupted(LARGE));

        assertThatThrownBy(
                        () ->
                                route.ask(
                                        SPECULATIVE,
                                        event -> {
                                            if (event instanceof RouteEvent.Delta delta
                                                    && delta.text().equals("c")) {
                                                route.cancellation.cancel();
                                            }
                                        }))
                .isInstanceOf(CancelledException.class);

        RouteEvent.Cancelled end = route.heard.events(RouteEvent.Cancelled.class).getFirst();
        assertThat(end.usage().getOrDefault(LARGE, Usage.NONE).generatedTokens()).isEqualTo(3);
        assertThat(end.usage().getOrDefault(LARGE, Usage.NONE).discardedTokens())
                .as("accepted, but not read")
                .isPositive();
        route.heard.check();
    }

    @Test
    void theModelsOfAQuestionNameTheDrafter() {
        TokenRoute route = new TokenRoute(writing("a</think>"), writing("a</think>"), LARGE_STEPS);
        route.ask(SPECULATIVE);

        assertThat(route.heard.events(RouteEvent.Started.class).getFirst().models())
                .containsOnlyKeys(SMALL, LARGE);
    }

    private static Strategy glimpse(double tau) {
        return new ProbeThenDispatch(new EntropyThreshold(tau));
    }

    private static List<String> texts(Reasoning reasoning) {
        return reasoning.steps().stream().map(Step::text).toList();
    }

    /** A random chain; with noise, one that is like the one without. */
    static LogitModel chain(long seed, float noise) {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom other = new SplittableRandom(seed + 1);
        int size = WORDS.size();
        float[][] rows = new float[2 * size][size];
        for (float[] row : rows) {
            for (int id = 0; id < size; id++) {
                row[id] = (float) (random.nextGaussian(0, 1.5) + noise * other.nextGaussian());
            }
            row[Words.END] -= 4;
        }
        return tokens -> rows[tokens[tokens.length - 1] + size * (tokens.length % 2)];
    }
}
