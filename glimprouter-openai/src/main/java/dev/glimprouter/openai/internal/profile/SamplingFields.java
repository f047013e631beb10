package dev.glimprouter.openai.internal.profile;

import java.util.List;

/**
 * Which sampling parameters a server takes; each is always sent, because every server has defaults
 * of its own.
 *
 * @param fields the parameters
 * @param topKOff the value of top-k that means no limit
 */
public record SamplingFields(List<Field> fields, int topKOff) {

    /** Copies the list. */
    public SamplingFields {
        fields = List.copyOf(fields);
    }

    /** Whether the parameter is sent. */
    public boolean has(Field field) {
        return fields.contains(field);
    }

    /** A sampling parameter; its name on the wire is its own in lower case. */
    public enum Field {
        /** Temperature. */
        TEMPERATURE,
        /** Least probability of the set that is drawn from. */
        TOP_P,
        /** Most tokens to draw from. */
        TOP_K,
        /** Least probability as a share of the likeliest token's. */
        MIN_P,
        /** Start of the random draws. */
        SEED
    }
}
