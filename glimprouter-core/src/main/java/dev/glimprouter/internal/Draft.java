package dev.glimprouter.internal;

import dev.glimprouter.engine.FilteredDistribution;

import java.util.List;

/**
 * Tokens that one model proposes for another one's text.
 *
 * @param tokens what is proposed, in order
 */
record Draft(List<Proposal> tokens) {

    static final Draft NONE = new Draft(List.of());

    /**
     * One of them.
     *
     * @param id the token
     * @param from what it was drawn from
     */
    record Proposal(int id, FilteredDistribution from) {}

    Draft {
        tokens = List.copyOf(tokens);
    }

    int size() {
        return tokens.size();
    }

    int[] ids() {
        return tokens.stream().mapToInt(Proposal::id).toArray();
    }
}
