package dev.glimprouter.report.internal.figures;

import java.util.Objects;

/**
 * How often something happened.
 *
 * @param kind what
 * @param count how often
 * @param example what was said the first time
 */
public record KindCount(String kind, int count, String example) {

    /** Checks for nulls. */
    public KindCount {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(example, "example");
    }

    KindCount plus(int more) {
        return new KindCount(kind, count + more, example);
    }
}
