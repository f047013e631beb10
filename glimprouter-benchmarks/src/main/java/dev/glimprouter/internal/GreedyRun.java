package dev.glimprouter.internal;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;

import java.util.Arrays;
import java.util.Optional;

/**
 * The likeliest tokens after a session's text.
 *
 * @param ids the tokens
 * @param nanos from the first token to the last
 * @param speculation how they came about
 */
@SuppressWarnings("ArrayRecordComponent")
record GreedyRun(int[] ids, long nanos, Speculation speculation) {

    static GreedyRun of(Session open, int most) {
        Generation request =
                new Generation(Sampling.GREEDY, most, Until.END_OF_SEQUENCE, Distributions.NONE, 1);
        try (Session session = open;
                TokenStream stream = session.generate(request)) {
            int[] ids = new int[most];
            int count = 0;
            Optional<Token> token = stream.next();
            long start = System.nanoTime();
            while (token.isPresent()) {
                ids[count++] = token.get().id();
                token = stream.next();
            }
            long nanos = System.nanoTime() - start;
            return new GreedyRun(Arrays.copyOf(ids, count), nanos, stream.speculation());
        }
    }

    double tokensPerSecond() {
        return (ids.length - 1) / (nanos / 1e9);
    }
}
