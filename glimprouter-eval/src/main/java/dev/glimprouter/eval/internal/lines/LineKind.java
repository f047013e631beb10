package dev.glimprouter.eval.internal.lines;

import dev.glimprouter.trace.internal.Fields;

import java.nio.charset.StandardCharsets;

/**
 * A kind of file.
 *
 * @param schema what the field {@code schema} of its header says
 * @param word what it is called in messages
 * @param version the newest version that is read, from 1
 * @param replies whether its lines hold the replies, so that they can be graded anew
 */
public record LineKind(String schema, String word, int version, boolean replies) {

    /** What every such file begins with. */
    byte[] firstBytes() {
        return "{\"schema\":\"%s\"".formatted(schema).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The version of a header.
     *
     * @throws IllegalArgumentException if it is of another kind, or of a newer version
     */
    public int versionOf(Fields header) {
        if (!header.has("schema") || !schema.equals(header.text("schema"))) {
            throw new IllegalArgumentException("not the header of a " + word);
        }
        int found = header.count("version");
        if (found < 1 || found > version) {
            throw new IllegalArgumentException(
                    "%s version %d, but this GlimpRouter reads versions up to %d: use a newer one"
                            .formatted(word, found, version));
        }
        return found;
    }
}
