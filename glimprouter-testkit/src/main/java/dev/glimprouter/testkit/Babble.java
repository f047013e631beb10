package dev.glimprouter.testkit;

import dev.glimprouter.engine.Sampling;
import dev.glimprouter.glimpse.FullDistribution;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * A model without sense: each token's distribution is a hash of all text before it.
 *
 * <p>Its tokens include blank lines, alone and inside a token, the close tag, whole and in parts,
 * and the end of the sequence, so that every stop rule is met within a few dozen generations.
 */
final class Babble implements Script {

    private static final float SPREAD = 3;
    private static final float END_LOGIT = -1;

    @Override
    public Reply reply(Scene scene) {
        return new Reply(() -> new Tokens(scene));
    }

    /** The tokens of one generation, drawn one by one. */
    private static final class Tokens implements Iterator<Cue> {
        private final Sampling sampling;
        private final SplittableRandom draws;
        private long hash;
        private boolean ended;

        Tokens(Scene scene) {
            sampling = scene.request().sampling();
            draws = new SplittableRandom(scene.request().seed());
            hash = 31L * scene.head().toString().hashCode() + scene.text().hashCode();
        }

        @Override
        public boolean hasNext() {
            return !ended;
        }

        @Override
        public Cue next() {
            if (ended) {
                throw new NoSuchElementException();
            }
            float[] logits = logits();
            int id = draw(logits);
            ended = id == 0;
            hash = 31 * hash + id;
            FullDistribution seen = new FullDistribution(logits, Words::of);
            return new Cue.Word(
                    Words.of(id),
                    Optional.of(seen),
                    0,
                    ended,
                    OptionalDouble.of(seen.logProbability(id)));
        }

        private float[] logits() {
            SplittableRandom random = new SplittableRandom(hash);
            float[] logits = new float[Distributions.VOCABULARY];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = SPREAD * random.nextFloat();
            }
            logits[0] = END_LOGIT;
            return logits;
        }

        private int draw(float[] logits) {
            double[] weights = new double[logits.length];
            int likeliest = 0;
            double sum = 0;
            for (int i = 0; i < logits.length; i++) {
                likeliest = logits[i] > logits[likeliest] ? i : likeliest;
                weights[i] = Math.exp(logits[i] / Math.max(1e-6, sampling.temperature()));
                sum += weights[i];
            }
            double left = draws.nextDouble() * sum;
            for (int i = 0; sampling.temperature() > 0 && i < logits.length; i++) {
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
            return likeliest;
        }
    }
}
