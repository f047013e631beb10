package dev.glimprouter.strategy;

import dev.glimprouter.glimpse.LikelyToken;

import java.util.List;

/** What came of asking a model about drafts. */
public sealed interface Opinion {

    /**
     * It answered.
     *
     * @param word its likeliest token, as it was written
     * @param likeliest its 20 likeliest tokens at most, the likeliest first; empty where they were
     *     not told
     */
    record Said(String word, List<LikelyToken> likeliest) implements Opinion {
        /** Copies the list. */
        public Said {
            likeliest = List.copyOf(likeliest);
        }
    }

    /** It cannot be reached, and the rule for that lets the other model go on. */
    record Unreachable() implements Opinion {}

    /** The question did not fit its context. */
    record NoRoom() implements Opinion {}
}
