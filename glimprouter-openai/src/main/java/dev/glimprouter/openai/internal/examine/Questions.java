package dev.glimprouter.openai.internal.examine;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.question.Question;

import java.util.random.RandomGenerator;

/** What an examination asks. */
final class Questions {

    /** Most tokens of a step: steps of small models are about 40. */
    static final int STEP_TOKENS = 128;

    /** Most tokens of an answer that nobody waits for: enough to tell a late abort. */
    static final int LONG_TOKENS = 256;

    private static final String TEXT =
            "A train leaves the station at nine and travels at sixty miles an hour; another one"
                    + " follows at ten and travels at eighty. ";

    private Questions() {}

    /** A prompt of about 250 tokens that differs from all others near its beginning. */
    static Prompt head(RandomGenerator random) {
        String name = "Examination %d. ".formatted(random.nextInt(1_000_000_000));
        Question question =
                Question.of(
                        name + Question.INSTRUCTION,
                        TEXT.repeat(5) + "When does the second one catch up?");
        return new Prompt(question.messages(), Prompt.THINK);
    }

    /** One token and its candidates. */
    static Generation glimpse(double temperature) {
        return new Generation(
                new Sampling(temperature, 1, 0, 0),
                1,
                Until.END_OF_SEQUENCE,
                Distributions.FIRST,
                1);
    }

    /** A step. */
    static Generation step() {
        return greedy(STEP_TOKENS, Until.STEP);
    }

    /** An answer that is long enough to be left. */
    static Generation lengthy() {
        return greedy(LONG_TOKENS, Until.END_OF_SEQUENCE);
    }

    /** One token. */
    static Generation word() {
        return greedy(1, Until.END_OF_SEQUENCE);
    }

    private static Generation greedy(int tokens, Until until) {
        return new Generation(Sampling.GREEDY, tokens, until, Distributions.NONE, 1);
    }
}
