package dev.glimprouter.strategy;

import dev.glimprouter.internal.names.Words;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

import java.util.Optional;

/** How policies are joined, from the loosest word to the one that binds most. */
public enum Join {
    /** The first that has an opinion decides. */
    THEN,
    /** Large if one says large. */
    OR,
    /**
     * Large if all say large; the first that does not say so has its way, even without an opinion.
     */
    AND;

    /** The word in expressions. */
    public String word() {
        return Words.of(this);
    }

    /** Whether nobody further has to be asked. */
    boolean settles(Optional<Decision> said) {
        boolean large = said.isPresent() && said.get().writer() == Writer.LARGE;
        return switch (this) {
            case THEN -> said.isPresent();
            case OR -> large;
            case AND -> !large;
        };
    }
}
