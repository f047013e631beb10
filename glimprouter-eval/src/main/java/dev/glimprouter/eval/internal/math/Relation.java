package dev.glimprouter.eval.internal.math;

import java.util.Optional;

/** The signs that relate two sides. */
enum Relation {
    EQUAL("="),
    BELOW("<"),
    AT_MOST("≤"),
    ABOVE(">"),
    AT_LEAST("≥"),
    UNEQUAL("≠"),
    NEAR("≈");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    static Optional<Relation> of(Token token) {
        for (Relation relation : values()) {
            if (token.is(relation.sign)) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }

    boolean isOrder() {
        return this == BELOW || this == AT_MOST || this == ABOVE || this == AT_LEAST;
    }

    /** Whether the left side is the smaller one. */
    boolean isRising() {
        return this == BELOW || this == AT_MOST;
    }

    /** Whether both sides may be equal. */
    boolean isClosed() {
        return this == AT_MOST || this == AT_LEAST;
    }
}
