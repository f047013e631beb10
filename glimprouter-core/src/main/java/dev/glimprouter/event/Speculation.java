package dev.glimprouter.event;

/**
 * How a model's own text came about from tokens that another model had drafted for it (speculative
 * decoding).
 *
 * @param rounds batches in which it verified drafted tokens
 * @param draftedTokens tokens drafted for it
 * @param acceptedTokens drafted tokens that became its text
 * @param draftNanos nanoseconds that the other model took for drafting; part of decoding
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
