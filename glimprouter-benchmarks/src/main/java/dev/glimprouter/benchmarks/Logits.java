package dev.glimprouter.benchmarks;

import java.util.SplittableRandom;

/** Logits as a language model gives them: a broad bell, and a few tokens far above it. */
public final class Logits {

    /** Vocabulary of the Qwen2.5 models, in tokens. */
    public static final int VOCABULARY = 151_936;

    private Logits() {}

    /** The logits of an uncertain step: about {@code leaders} tokens share most of the mass. */
    public static float[] bell(int leaders, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] logits = new float[VOCABULARY];
        for (int id = 0; id < logits.length; id++) {
            logits[id] = (float) (2 + 2.5 * random.nextGaussian());
        }
        for (int i = 0; i < leaders; i++) {
            logits[random.nextInt(VOCABULARY)] = (float) (20 + 1.5 * random.nextGaussian());
        }
        return logits;
    }
}
