package dev.glimprouter.engine;

import dev.glimprouter.glimpse.FullDistribution;

import java.util.List;

/**
 * What a model thinks of a draft.
 *
 * @param distributions n + 1 raw distributions for n drafted tokens: entry i is the one before
 *     draft token i, the last one that after the whole draft; each owns its logits
 */
public record Verification(List<FullDistribution> distributions) {

    /** Copies the list. */
    public Verification {
        distributions = List.copyOf(distributions);
    }
}
