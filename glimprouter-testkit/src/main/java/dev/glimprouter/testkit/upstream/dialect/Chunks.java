package dev.glimprouter.testkit.upstream.dialect;

import java.util.Iterator;

/** Beats whose tokens are put together to chunks. */
final class Chunks implements Iterator<Beat> {

    private final Iterator<Beat> beats;
    private final int tokens;
    private final boolean withhold;
    private Chunk open = Chunk.NONE;
    private boolean next;
    private Beat after = new Beat.Silence();

    /**
     * Chunks of so many tokens.
     *
     * @param withhold whether a chunk waits while its text may become a stop string
     */
    Chunks(Iterator<Beat> beats, int tokens, boolean withhold) {
        this.beats = beats;
        this.tokens = tokens;
        this.withhold = withhold;
    }

    @Override
    public boolean hasNext() {
        return next || beats.hasNext();
    }

    @Override
    public Beat next() {
        if (next) {
            next = false;
            return after;
        }
        while (true) {
            Beat beat = beats.next();
            if (!(beat instanceof Beat.Wrote(Chunk more))) {
                return interrupt(beat);
            }
            open = open.plus(more);
            boolean full = open.entries().size() >= tokens && !(withhold && open.held());
            if (full || open.finish().isPresent()) {
                return take();
            }
        }
    }

    /** What is open goes first, unless the beat is a pause, in which nothing is sent. */
    private Beat interrupt(Beat beat) {
        if (open.entries().isEmpty() || beat instanceof Beat.Pause) {
            return beat;
        }
        after = beat;
        next = true;
        return take();
    }

    private Beat take() {
        Beat chunk = new Beat.Wrote(open);
        open = Chunk.NONE;
        return chunk;
    }
}
