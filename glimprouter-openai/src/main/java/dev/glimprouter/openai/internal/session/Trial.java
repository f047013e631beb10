package dev.glimprouter.openai.internal.session;

import dev.glimprouter.openai.internal.wire.Ask;
import dev.glimprouter.openai.internal.wire.Chunk;
import dev.glimprouter.openai.internal.wire.Counts;
import dev.glimprouter.openai.internal.wire.Finish;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request and all that came back.
 *
 * @param ask what was asked
 * @param chunks the pieces of the reply, in order
 * @param tokens how many tokens came, by the server's count where it keeps one
 * @param firstNanos nanoseconds from the request to the first token; 0 if none came
 * @param lastNanos nanoseconds from the request to the last token; 0 if none came
 */
public record Trial(Ask ask, List<Chunk> chunks, int tokens, long firstNanos, long lastNanos) {

    /** Copies the list. */
    public Trial {
        chunks = List.copyOf(chunks);
    }

    /** All text. */
    public String text() {
        return chunks.stream().map(Chunk::text).collect(Collectors.joining());
    }

    /** The first piece with log-probabilities; empty if there is none. */
    public Optional<Chunk> listed() {
        return chunks.stream().filter(chunk -> !chunk.entries().isEmpty()).findFirst();
    }

    /** Why the server stopped; empty if it did not say. */
    public Optional<Finish> finish() {
        return chunks.stream().flatMap(chunk -> chunk.finish().stream()).findFirst();
    }

    /** What it has cost, as the server told last. */
    public Counts counts() {
        return chunks.stream().map(Chunk::counts).reduce(Counts.NONE, Counts::updatedBy);
    }
}
