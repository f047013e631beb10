package dev.glimprouter.openai.internal.wire;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a server says a request has cost so far; each is empty where it does not tell.
 *
 * @param prompt tokens of the prompt, cached ones included
 * @param cached those of them that were found in a cache
 * @param completion generated tokens
 * @param prefillNanos nanoseconds spent on the prompt
 * @param decodeNanos nanoseconds spent on generated tokens
 * @param drafted tokens that a draft model proposed
 * @param accepted those of them that were kept
 */
public record Counts(
        OptionalInt prompt,
        OptionalInt cached,
        OptionalInt completion,
        OptionalLong prefillNanos,
        OptionalLong decodeNanos,
        OptionalInt drafted,
        OptionalInt accepted) {

    /** Nothing told. */
    public static final Counts NONE =
            new Counts(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty());

    /** Checks for nulls. */
    public Counts {
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(cached, "cached");
        Objects.requireNonNull(completion, "completion");
        Objects.requireNonNull(prefillNanos, "prefillNanos");
        Objects.requireNonNull(decodeNanos, "decodeNanos");
        Objects.requireNonNull(drafted, "drafted");
        Objects.requireNonNull(accepted, "accepted");
    }

    /** What the later counts tell, and what these do where those are silent. */
    public Counts updatedBy(Counts later) {
        return new Counts(
                or(later.prompt, prompt),
                or(later.cached, cached),
                or(later.completion, completion),
                or(later.prefillNanos, prefillNanos),
                or(later.decodeNanos, decodeNanos),
                or(later.drafted, drafted),
                or(later.accepted, accepted));
    }

    private static OptionalInt or(OptionalInt first, OptionalInt second) {
        return first.isPresent() ? first : second;
    }

    private static OptionalLong or(OptionalLong first, OptionalLong second) {
        return first.isPresent() ? first : second;
    }
}
