package dev.glimprouter.benchmarks.replay;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import java.util.List;

/**
 * What a token costs an engine without any router, in nanoseconds, in the middle of a text: both
 * grow with what stands before it.
 *
 * @param prefill of a prompt, for each token beyond the first
 * @param decode of a text, for each token after the first
 */
record Rates(double prefill, double decode) {

    private static final int DECODED = 33;
    private static final int PREFILLED = 64;
    private static final String STONE = " The next stone is as grey as the one before it.";
    private static final int STONE_TOKENS = 11;
    private static final String SHORT = " So";

    /** What one stream took. */
    private record Took(int promptTokens, long firstNanos, long restNanos, int tokens) {}

    /**
     * Measures with a question of its own, which no cache can hold.
     *
     * @param before about how many tokens stand before the tokens that are timed
     */
    static Rates of(Engine engine, int number, int before) {
        Message user = new Message(Role.USER, "Tell story no. " + number + ".");
        try (Session session = engine.open(new Prompt(List.of(user), Prompt.THINK))) {
            session.append(STONE.repeat(Math.max(1, before / STONE_TOKENS)));
            Took decoding = read(session, DECODED);
            session.append(SHORT);
            Took little = read(session, 1);
            session.append(STONE.repeat(PREFILLED / STONE_TOKENS));
            Took much = read(session, 1);
            double tokens = Math.max(1, much.promptTokens() - little.promptTokens());
            return new Rates(
                    Math.max(0, (much.firstNanos() - little.firstNanos()) / tokens),
                    decoding.restNanos() / (double) Math.max(1, decoding.tokens() - 1));
        }
    }

    private static Took read(Session session, int most) {
        Generation request =
                new Generation(Sampling.GREEDY, most, Until.END_OF_SEQUENCE, Distributions.NONE, 0);
        long start = System.nanoTime();
        try (TokenStream stream = session.generate(request)) {
            stream.next();
            long first = System.nanoTime();
            int tokens = 1;
            while (stream.next().isPresent()) {
                tokens++;
            }
            long end = System.nanoTime();
            return new Took(stream.cost().promptTokens(), first - start, end - first, tokens);
        }
    }

    double nanos(long promptTokens, long decodedTokens) {
        return prefill * promptTokens + decode * decodedTokens;
    }
}
