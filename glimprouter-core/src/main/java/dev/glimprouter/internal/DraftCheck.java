package dev.glimprouter.internal;

import dev.glimprouter.engine.FilteredDistribution;
import dev.glimprouter.engine.LogitSampler;
import dev.glimprouter.engine.Sampling;

import java.util.SplittableRandom;

/**
 * Draws tokens with the help of drafted ones, so that each follows the distribution p that sampling
 * without drafts draws from.
 *
 * <p>A token drafted from q is taken with probability min(1, p / q); otherwise the token is drawn
 * from max(0, p - q), normalised, which never gives the drafted one. At temperature 0 all of them
 * are single tokens, and a drafted token is taken if it is the likeliest. (Leviathan, Kalman and
 * Matias, arXiv 2211.17192; both distributions are those that the filters leave.) One thread.
 */
final class DraftCheck {

    private final LogitSampler sampler;
    private final SplittableRandom random;

    DraftCheck(Sampling sampling, long seed) {
        sampler = new LogitSampler(sampling, seed);
        random = new SplittableRandom(seed).split();
    }

    /** The next token where none was drafted. */
    int draw(float[] logits) {
        return sampler.sample(logits);
    }

    /**
     * The next token where one was drafted: that one, or another.
     *
     * @param logits what the token follows from
     * @param from what the token was drafted from
     */
    int draw(float[] logits, int drafted, FilteredDistribution from) {
        FilteredDistribution wanted = sampler.filter(logits);
        if (random.nextDouble() * from.probability(drafted) < wanted.probability(drafted)) {
            return drafted;
        }
        return wanted.beyond(from).draw(random.nextDouble());
    }
}
