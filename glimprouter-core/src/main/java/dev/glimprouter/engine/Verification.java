package dev.glimprouter.engine;

import dev.glimprouter.glimpse.FullDistribution;

import java.util.List;
import java.util.Objects;

/**
 * What a model thinks of a draft.
 *
 * <p>Of n drafted tokens there are n + 1 entries: entry i is the raw distribution before draft
 * token i, the last one that after the whole draft.
 *
 * @param distributions the entries from the first wanted one to the last; each owns its logits
 * @param cost what it took: tokens of the text as prompt or own ones, those of the draft, evaluated
 *     now for the first time or again, as decoded ones
 */
public record Verification(List<FullDistribution> distributions, StreamCost cost) {

    /** Copies the list. */
    public Verification {
        distributions = List.copyOf(distributions);
        Objects.requireNonNull(cost, "cost");
    }
}
