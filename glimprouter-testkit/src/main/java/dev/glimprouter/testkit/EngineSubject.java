package dev.glimprouter.testkit;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.reasoning.Ending;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The engine that a contract tests: how to open it, and what it cannot do.
 *
 * <p>Tests of what an engine cannot do are reported as skipped, each with its reason.
 */
public abstract class EngineSubject {

    /** Foreign text for appending: several words, several scripts, a character of two chars. */
    protected static final String UNICODE =
            "Gr\u00fc\u00dfe, \u65e5\u672c\u8a9e \ud83d\ude42 e\u0301. ";

    /** Most tokens of {@link #some}. */
    protected static final int FEW = 24;

    private @Nullable Engine opened;

    /**
     * A fresh engine: at least 4 sessions and 4 branches at a time, at least 512 tokens of context.
     */
    protected abstract Engine open();

    /** A head that the engine can render. */
    protected Prompt head() {
        return head("Tell a story.");
    }

    /** A head with another question. */
    protected final Prompt head(String question) {
        return new Prompt(List.of(new Message(Role.USER, question)), Prompt.THINK);
    }

    /** How tokens are drawn: so that different seeds give different texts. */
    protected Sampling sampling() {
        return new Sampling(1, 1, 0, 0);
    }

    /** How many seeds are tried, from 0, until each of {@link #endings()} must have been seen. */
    protected int seeds() {
        return 60;
    }

    /** The endings that the model reaches in 24 tokens with one of the seeds. */
    protected Set<Ending> endings() {
        return EnumSet.of(
                Ending.BLANK_LINE, Ending.CLOSE_TAG, Ending.END_OF_SEQUENCE, Ending.LENGTH);
    }

    /** Whether the first token carries its distribution when asked. */
    protected boolean tellsFirstDistribution() {
        return true;
    }

    /** Whether every token carries its distribution when asked. */
    protected boolean tellsAllDistributions() {
        return true;
    }

    /** Whether the same seed gives the same text. */
    protected boolean isReproducible() {
        return true;
    }

    /** Whether {@link Session#room} tells. */
    protected boolean tellsRoom() {
        return true;
    }

    /** Whether costs tell each evaluated token. */
    protected boolean countsEvaluations() {
        return true;
    }

    /** Whether text that was generated after the end of a step is seen, and so counted. */
    protected boolean seesDroppedText() {
        return true;
    }

    /** Whether nothing is decoded for a first token that nobody reads on from. */
    protected boolean glimpsesForFree() {
        return true;
    }

    @BeforeEach
    final void openEngine() {
        opened = open();
    }

    @AfterEach
    final void closeEngine() {
        engine().close();
    }

    /** The engine of the test that runs. */
    protected final Engine engine() {
        return Objects.requireNonNull(opened, "no test runs");
    }

    /** A generation of a few tokens without stop rules. */
    protected final Generation some(long seed) {
        return request(Until.END_OF_SEQUENCE, FEW, Distributions.NONE, seed);
    }

    /** A generation with the subject's sampling. */
    protected final Generation request(Until until, int most, Distributions wanted, long seed) {
        return new Generation(sampling(), most, until, wanted, seed);
    }

    /** A seed whose generation has at least three tokens. */
    protected final long longSeed() {
        try (Session session = engine().open(head())) {
            for (long seed = 0; seed < seeds(); seed++) {
                if (Read.all(session.generate(some(seed))).tokens() >= 3) {
                    return seed;
                }
            }
        }
        throw new AssertionError("no seed below " + seeds() + " gives three tokens");
    }
}
