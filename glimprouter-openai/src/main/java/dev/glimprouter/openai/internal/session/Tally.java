package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.openai.internal.wire.Chunk;
import dev.glimprouter.openai.internal.wire.Counts;

/** What the requests of one stream have cost together. Guarded by its stream. */
final class Tally {

    private Counts counts = Counts.NONE;
    private int prompt;
    private int cached;
    private long prefillNanos;
    private int decoded;
    private Speculation speculation = Speculation.NONE;
    private int seen;
    private int requests;
    private long began;
    private long first;

    /** A request begins. */
    void begin(long now) {
        settle();
        requests++;
        began = now;
    }

    /**
     * Notes a piece, whose counts were told already.
     *
     * @return how many tokens it brought: by the server's count where it keeps one, else by ids,
     *     entries or text
     */
    int arrived(Chunk chunk, long now) {
        int told = chunk.counts().completion().orElse(0) - seen;
        int shown =
                Math.max(
                        Math.max(chunk.ids().size(), chunk.entries().size()),
                        chunk.text().isEmpty() ? 0 : 1);
        int fresh = chunk.counts().completion().isPresent() ? Math.max(0, told) : shown;
        if (seen == 0 && fresh > 0) {
            first = now - began;
        }
        seen += fresh;
        return fresh;
    }

    void told(Counts more) {
        counts = counts.updatedBy(more);
    }

    /** Tokens of the request at hand that the server says it has generated, or that arrived. */
    int generated() {
        return Math.max(seen, counts.completion().orElse(0));
    }

    /** Tokens of the prompt of the request at hand; 0 if the server has not told. */
    int promptTold() {
        return counts.prompt().orElse(0);
    }

    private int evaluated() {
        return Math.max(0, counts.prompt().orElse(0) - counts.cached().orElse(0));
    }

    /** Adds the request at hand to those before it. */
    private void settle() {
        cached += counts.cached().orElse(0);
        prompt += evaluated();
        prefillNanos += counts.prefillNanos().orElse(first);
        decoded += generated();
        speculation = speculation();
        counts = Counts.NONE;
        seen = 0;
        first = 0;
    }

    /** What servers with a draft model of their own have told; they count no rounds and no time. */
    Speculation speculation() {
        return speculation.plus(
                new Speculation(0, counts.drafted().orElse(0), counts.accepted().orElse(0), 0));
    }

    /**
     * The cost so far. What the prompt took is part of it from the moment when it is known which of
     * its tokens were cached, so that it never shrinks.
     *
     * @param delivered how many tokens reached the reader
     * @param over whether nothing more will be told
     */
    StreamCost cost(int delivered, int droppedChars, boolean over) {
        int all = decoded + generated();
        boolean known = over || counts.cached().isPresent();
        return new StreamCost(
                prompt + (known ? evaluated() : 0),
                cached + counts.cached().orElse(0),
                0,
                prefillNanos + counts.prefillNanos().orElse(first),
                0,
                0,
                all,
                Math.max(0, all - delivered),
                droppedChars,
                requests);
    }
}
