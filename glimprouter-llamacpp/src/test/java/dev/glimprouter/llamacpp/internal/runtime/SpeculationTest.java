package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Speculation;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.event.Usage;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.TokenEntropy;
import dev.glimprouter.strategy.Uninterrupted;
import dev.glimprouter.testkit.RecordingListener;
import dev.glimprouter.testkit.gguf.ThinkTags;
import dev.glimprouter.testkit.gguf.TinyGguf;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Two real, tiny models on the same tokens. */
class SpeculationTest {

    private static final TinyGguf MODEL = TinyGguf.DEFAULT.withBias(Map.of("\n\n", 4.0));
    private static final RouterConfig RULES =
            RouterConfig.DEFAULT
                    .withSampling(Sampling.GREEDY)
                    .withStepLimit(40)
                    .withBudget(160)
                    .withAnswerLimit(60);

    @TempDir Path directory;
    private LlamaEngine small;
    private LlamaEngine large;

    @BeforeEach
    void open() throws IOException {
        small = TinyEngines.open(directory, MODEL.withHalfPrecision(true));
        large = TinyEngines.open(directory, MODEL);
    }

    @AfterEach
    void close() {
        small.close();
        large.close();
    }

    private Result ask(Strategy strategy, RouterConfig rules) {
        RecordingListener heard = new RecordingListener();
        Result result =
                new GlimpRouter(
                                Map.of(Writer.SMALL, small, Writer.LARGE, large),
                                strategy,
                                rules,
                                Time.system())
                        .ask(Question.of("one"), heard, new Cancellation());
        heard.check();
        return result;
    }

    private static Usage used(Result result, Writer writer) {
        return result.usage().getOrDefault(writer, Usage.NONE);
    }

    private static List<String> texts(Result result) {
        return result.reasoning().steps().stream().map(Step::text).toList();
    }

    @Test
    void greedyOutputIsTheSameWithDrafts() {
        for (Strategy strategy :
                List.of(
                        new Uninterrupted(Writer.LARGE),
                        new ProbeThenDispatch(new EntropyThreshold(1.0)),
                        new ProbeThenDispatch(new EntropyThreshold(0)))) {
            Result plain = ask(strategy, RULES);
            Result drafted = ask(strategy, RULES.withSpeculative(true));

            assertThat(texts(drafted)).isEqualTo(texts(plain));
            assertThat(drafted.answer()).isEqualTo(plain.answer());
            Speculation speculation = used(drafted, Writer.LARGE).speculation();
            assertThat(speculation.acceptedTokens()).isPositive();
            assertThat(speculation.rounds())
                    .as("rounds of several tokens")
                    .isLessThan(speculation.acceptedTokens());
        }
        assertThat(large.model().agreesWithItsCache()).isTrue();
        assertThat(small.model().agreesWithItsCache()).isTrue();
    }

    @Test
    void drawnTokensComeWithTheirOwnCosts() {
        RouterConfig drawn = RULES.withSampling(new Sampling(0.8, 0.9, 20, 0.01)).withSeed(3);
        Strategy strategy = new ProbeThenDispatch(new EntropyThreshold(0));

        Result result = ask(strategy, drawn.withSpeculative(true));

        Usage of = used(result, Writer.LARGE);
        assertThat(of.promptTokens())
                .as("head and the closing")
                .isLessThan(used(ask(strategy, drawn), Writer.LARGE).promptTokens() + 8);
        assertThat(used(result, Writer.SMALL).discardedTokens())
                .isEqualTo(of.speculation().draftedTokens() - of.speculation().acceptedTokens());
    }

    @Test
    void tokensAreWrittenByBoth() {
        Result result = ask(TokenEntropy.of(3.5), RULES);

        assertThat(result.reasoning().tokensBy(Writer.SMALL)).isPositive();
        assertThat(result.reasoning().tokensBy(Writer.LARGE)).isPositive();
        assertThat(used(result, Writer.SMALL).promptTokens())
                .as("no token twice")
                .isLessThanOrEqualTo(
                        (int) small.counters().tokens()
                                - used(result, Writer.SMALL).generatedTokens()
                                + result.reasoning().steps().size());
        assertThat(used(result, Writer.SMALL).seamTokens()).isZero();
        assertThat(used(result, Writer.SMALL).cachedTokens()).isZero();
    }

    @Test
    void anotherVocabularyIsRefused() throws IOException {
        large.close();
        large = TinyEngines.open(directory, MODEL.withTags(ThinkTags.CONTROL));

        assertThatThrownBy(() -> ask(TokenEntropy.of(1), RULES))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("same vocabulary");
        assertThatThrownBy(() -> ask(new Uninterrupted(Writer.LARGE), RULES.withSpeculative(true)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("same vocabulary");
    }
}
