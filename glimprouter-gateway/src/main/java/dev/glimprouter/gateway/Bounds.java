package dev.glimprouter.gateway;

/**
 * How large a request may be.
 *
 * @param bodyBytes longest body in bytes
 * @param headerBytes all headers together in bytes
 * @param messages most messages of a conversation
 * @param depth deepest nesting of lists and objects in a body
 * @param choices most answers to one request, {@code n}
 */
public record Bounds(int bodyBytes, int headerBytes, int messages, int depth, int choices) {

    /** 1 MiB, 16 KiB of headers, 1024 messages, 16 levels, 8 answers. */
    public static final Bounds DEFAULT = new Bounds(1 << 20, 16 << 10, 1024, 16, 8);

    /** Checks ranges. */
    public Bounds {
        if (bodyBytes < 1 || headerBytes < 1 || messages < 1 || depth < 4 || choices < 1) {
            throw new IllegalArgumentException(
                    "bounds must be at least 1, the nesting at least 4 levels deep");
        }
    }

    /** The same with bodies of so many bytes. */
    public Bounds withBodyBytes(int bytes) {
        return new Bounds(bytes, headerBytes, messages, depth, choices);
    }

    /** The same with so many messages. */
    public Bounds withMessages(int count) {
        return new Bounds(bodyBytes, headerBytes, count, depth, choices);
    }

    /** The same with so many answers to a request. */
    public Bounds withChoices(int count) {
        return new Bounds(bodyBytes, headerBytes, messages, depth, count);
    }
}
