package dev.glimprouter.engine;

/**
 * How a model's own text came about from tokens that somebody else had drafted for it (speculative
 * decoding).
 *
 * @param rounds batches in which it verified drafted tokens; 0 where a server does not tell
 * @param draftedTokens tokens drafted for it
 * @param acceptedTokens drafted tokens that became its text
 * @param draftNanos wall-clock nanoseconds that the other model took for drafting, its prefill
 *     included; part of this model's decoding; 0 where a server does not tell
 */
public record Speculation(long rounds, long draftedTokens, long acceptedTokens, long draftNanos) {

    /** Nothing drafted. */
    public static final Speculation NONE = new Speculation(0, 0, 0, 0);

    /** The sum of both. */
    public Speculation plus(Speculation other) {
        return new Speculation(
                rounds + other.rounds,
                draftedTokens + other.draftedTokens,
                acceptedTokens + other.acceptedTokens,
                draftNanos + other.draftNanos);
    }

    /** Share of the drafted tokens that were accepted, 0 to 1; 0 without drafts. */
    public double acceptance() {
        return draftedTokens == 0 ? 0 : (double) acceptedTokens / draftedTokens;
    }
}
