package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
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
import dev.glimprouter.testkit.gguf.TinyGguf;
import dev.glimprouter.testkit.gguf.TokenizerKind;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two real, tiny models on the same tokens. */
class SpeculationTest {

    private static final TinyGguf MODEL = TinyGguf.DEFAULT.withBias(Map.of("\n\n", 4.0));

    /** Logits that are nearer to each other may change places in another batch. */
    private static final double DOUBT = 0.05;

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
    void greedyOutputIsTheSameWithDrafts() throws IOException {
        int tokens = openWithFewDoubts();
        RouterConfig rules = RULES.withStepLimit(tokens).withBudget(tokens).withAnswerLimit(1);
        for (Strategy strategy :
                List.of(
                        new Uninterrupted(Writer.LARGE),
                        new ProbeThenDispatch(new EntropyThreshold(0)))) {
            Result plain = ask(strategy, rules);
            Result drafted = ask(strategy, rules.withSpeculative(true));

            assertThat(texts(drafted)).isEqualTo(texts(plain));
            Speculation speculation = used(drafted, Writer.LARGE).speculation();
            assertThat(speculation.acceptedTokens()).isPositive();
            assertThat(speculation.rounds())
                    .as("rounds of several tokens")
                    .isLessThan(speculation.acceptedTokens());
        }
        assertThat(large.model().agreesWithItsCache()).isTrue();
        assertThat(small.model().agreesWithItsCache()).isTrue();
    }

    /**
     * Opens the pair whose large model is sure of its likeliest token the longest, and says for how
     * many tokens: beyond them the size of a batch may decide.
     */
    private int openWithFewDoubts() throws IOException {
        int most = 0;
        TinyGguf best = MODEL;
        for (int seed = 1; seed <= 12; seed++) {
            TinyGguf model = MODEL.withSeed(seed);
            try (LlamaEngine engine = TinyEngines.open(directory, model)) {
                int sure = sureTokens(engine);
                best = sure > most ? model : best;
                most = Math.max(most, sure);
            }
        }
        assertThat(most).as("tokens without a doubt").isGreaterThan(11);
        close();
        small = TinyEngines.open(directory, best.withHalfPrecision(true));
        large = TinyEngines.open(directory, best);
        return most;
    }

    private static int sureTokens(LlamaEngine engine) {
        Generation request =
                new Generation(Sampling.GREEDY, 60, Until.END_OF_SEQUENCE, Distributions.ALL, 0);
        Prompt head = new Prompt(Question.of("one").messages(), Prompt.THINK);
        try (TokenSession session = engine.open(head);
                TokenStream stream = session.generate(request)) {
            int sure = 0;
            Optional<Token> token = stream.next();
            while (token.isPresent() && gap(token.get()) > DOUBT) {
                sure++;
                token = stream.next();
            }
            return sure;
        }
    }

    /** How far the likeliest token's logit is above the next one's. */
    private static double gap(Token token) {
        float[] logits = Logits.copy(token.distribution().orElseThrow()).logits();
        Arrays.sort(logits);
        return logits[logits.length - 1] - logits[logits.length - 2];
    }

    @Test
    void drawnTokensComeWithTheirOwnCosts() {
        RouterConfig drawn = RULES.withSampling(new Sampling(0.8, 0.9, 20, 0.01)).withSeed(3);
        Strategy strategy = new ProbeThenDispatch(new EntropyThreshold(0));

        Result result = ask(strategy, drawn.withSpeculative(true));

        Usage of = used(result, Writer.LARGE);
        long plain = read(used(ask(strategy, drawn), Writer.LARGE));
        assertThat(read(of)).as("head and the closing").isBetween(plain - 8, plain + 8);
        assertThat(used(result, Writer.SMALL).discardedTokens())
                .isEqualTo(of.speculation().draftedTokens() - of.speculation().acceptedTokens());
    }

    private static long read(Usage usage) {
        return usage.promptTokens() + usage.cachedTokens();
    }

    @Test
    void tokensAreWrittenByBoth() {
        double tau = 0;
        Result result = ask(TokenEntropy.of(tau), RULES);
        while (result.reasoning().tokensBy(Writer.SMALL) < 10) {
            assertThat(tau).as("no threshold divides the tokens").isLessThan(7);
            tau += 0.25;
            result = ask(TokenEntropy.of(tau), RULES);
        }

        assertThat(result.reasoning().tokensBy(Writer.LARGE)).isPositive();
        int steps = result.reasoning().steps().size();
        assertThat(used(result, Writer.SMALL).seamTokens())
                .as("at most where a limit cuts a character")
                .isLessThanOrEqualTo(steps);
        assertThat(used(result, Writer.LARGE).seamTokens()).isLessThanOrEqualTo(steps);
        assertThat(large.model().agreesWithItsCache()).isTrue();
        assertThat(small.model().agreesWithItsCache()).isTrue();
    }

    @Test
    void anotherVocabularyIsRefused() throws IOException {
        large.close();
        large = TinyEngines.open(directory, MODEL.withTokenizer(TokenizerKind.SENTENCE_PIECES));

        assertThatThrownBy(() -> ask(TokenEntropy.of(1), RULES))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("same vocabulary");
        assertThatThrownBy(() -> ask(new Uninterrupted(Writer.LARGE), RULES.withSpeculative(true)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("same vocabulary");
    }
}
