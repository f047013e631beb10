package dev.glimprouter.openai.internal.profile;

import java.util.OptionalInt;

/** Which requests a server takes first. */
public enum Priority {
    /** It takes no orders. */
    NONE,
    /** Those of lower numbers. */
    LOWER_FIRST,
    /** Those of higher numbers. */
    HIGHER_FIRST;

    /**
     * The server's number; empty if none is to be sent.
     *
     * @param urgency ours: higher is sooner, 0 for the ordinary, which is never sent because
     *     servers without an order refuse any other number
     */
    public OptionalInt number(int urgency) {
        if (urgency == 0) {
            return OptionalInt.empty();
        }
        return switch (this) {
            case NONE -> OptionalInt.empty();
            case LOWER_FIRST -> OptionalInt.of(Math.negateExact(urgency));
            case HIGHER_FIRST -> OptionalInt.of(urgency);
        };
    }
}
