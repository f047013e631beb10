package dev.glimprouter.engine;

/**
 * Tells what texts are about, as vectors: two texts that mean the same point the same way.
 *
 * <p>Thread safe. It ends with its engine at the latest.
 */
public interface Embedder extends AutoCloseable {

    /**
     * The direction of a text: a vector of length 1.
     *
     * @param text not blank; of a long text only the beginning counts
     * @throws dev.glimprouter.error.GlimpRouterException if the engine failed
     */
    float[] embed(String text);

    /**
     * Cosine of the angle between the directions of two texts, from -1 to 1: 1 for equal texts.
     *
     * <p>Models that were not trained for it put all texts into a narrow cone: only the order of
     * such values means something.
     */
    default double similarity(String one, String other) {
        float[] a = embed(one);
        float[] b = embed(other);
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
        }
        return Math.clamp(product, -1.0, 1.0);
    }

    @Override
    void close();
}
