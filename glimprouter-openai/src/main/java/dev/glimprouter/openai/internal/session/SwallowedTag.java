package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.StopScanner;
import dev.glimprouter.openai.internal.wire.Chunk;

/**
 * Puts the close tag back that a server's reasoning parser takes out: where thoughts and other text
 * come in fields of their own, it stood between them. Used by one thread at a time.
 */
final class SwallowedTag {

    private boolean thinking;

    /** The text of a piece, with the tag where it has to be. */
    String restore(Chunk chunk) {
        String thoughts = chunk.text().substring(0, chunk.thoughts());
        String said = chunk.text().substring(chunk.thoughts());
        thinking |= !thoughts.isEmpty();
        if (!thinking || said.isEmpty()) {
            return chunk.text();
        }
        thinking = false;
        return said.startsWith(StopScanner.CLOSE_TAG)
                ? chunk.text()
                : thoughts + StopScanner.CLOSE_TAG + said;
    }
}
