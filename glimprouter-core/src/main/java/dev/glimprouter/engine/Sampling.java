package dev.glimprouter.engine;

import dev.glimprouter.error.RequestException;

/**
 * How tokens are drawn: temperature first, then the filters in the order top-k, top-p, min-p.
 *
 * @param temperature 0 for the likeliest token always, else up to 100
 * @param topP smallest set of tokens with at least this probability, from above 0 to 1 (off)
 * @param topK most tokens to draw from; 0 for no limit
 * @param minP least probability of a token as a share of the likeliest one's, from 0 (off) to 1
 */
public record Sampling(double temperature, double topP, int topK, double minP) {

    /** The paper's: temperature 0.6, top-p 0.95, no other filter. */
    public static final Sampling DEFAULT = new Sampling(0.6, 0.95, 0, 0);

    /** Always the likeliest token. */
    public static final Sampling GREEDY = new Sampling(0, 1, 0, 0);

    /** Checks ranges. */
    public Sampling {
        require(temperature >= 0 && temperature <= 100, "temperature", "0 to 100", temperature);
        require(topP > 0 && topP <= 1, "top-p", "above 0 to 1", topP);
        require(topK >= 0, "top-k", "0 or more", topK);
        require(minP >= 0 && minP <= 1, "min-p", "0 to 1", minP);
    }

    private static void require(boolean holds, String name, String range, Number value) {
        if (!holds) {
            throw new RequestException("%s must lie in %s, not %s.".formatted(name, range, value));
        }
    }

    /** The same with another temperature. */
    public Sampling withTemperature(double newTemperature) {
        return new Sampling(newTemperature, topP, topK, minP);
    }

    /** The same with another probability to draw from. */
    public Sampling withTopP(double newTopP) {
        return new Sampling(temperature, newTopP, topK, minP);
    }

    /** The same with another number of tokens to draw from. */
    public Sampling withTopK(int newTopK) {
        return new Sampling(temperature, topP, newTopK, minP);
    }

    /** The same with another least probability. */
    public Sampling withMinP(double newMinP) {
        return new Sampling(temperature, topP, topK, newMinP);
    }
}
