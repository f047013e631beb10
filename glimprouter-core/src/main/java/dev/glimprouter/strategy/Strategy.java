package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Writer;

import java.util.EnumSet;
import java.util.Set;

/** How a reasoning gets written. */
public sealed interface Strategy permits Stepwise, Uninterrupted {

    /** Its name with all parameters, as one writes it on the command line. */
    String name();

    /** Who writes the answer. */
    default Writer answerWriter() {
        return Writer.LARGE;
    }

    /** Whether it works on tokens: both models in-process and of the same vocabulary. */
    default boolean byToken() {
        return false;
    }

    /** Whether it has steps written before it decides whether they are kept. */
    default boolean draftsFirst() {
        return false;
    }

    /** The models it needs. */
    default Set<Writer> writers() {
        return EnumSet.allOf(Writer.class);
    }

    /** How many branches of a model's session one question needs at a time. */
    default int branches(Writer writer) {
        return 0;
    }
}
