package dev.glimprouter.openai.internal.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One piece of a reply.
 *
 * <p>Text, entries and ids do not come in step: a piece may hold several tokens, or entries whose
 * text comes later, or nothing but counts.
 *
 * @param text text that became visible, a stop text included, thoughts and answer alike
 * @param thoughts how many characters of it the server keeps apart as thoughts, at its beginning
 * @param entries tokens with log-probabilities, where asked for
 * @param ids ids of the tokens of this piece; empty where not told
 * @param finish why the server stopped; empty while it has not
 * @param counts what the request has cost so far
 * @param done whether nothing follows
 */
public record Chunk(
        String text,
        int thoughts,
        List<Entry> entries,
        List<Integer> ids,
        Optional<Finish> finish,
        Counts counts,
        boolean done) {

    /** The end of a stream. */
    static final Chunk END =
            new Chunk("", 0, List.of(), List.of(), Optional.empty(), Counts.NONE, true);

    /** Copies the lists. */
    public Chunk {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(finish, "finish");
        Objects.requireNonNull(counts, "counts");
        entries = List.copyOf(entries);
        ids = List.copyOf(ids);
    }
}
