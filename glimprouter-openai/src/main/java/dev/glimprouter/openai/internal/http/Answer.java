package dev.glimprouter.openai.internal.http;

/**
 * A whole reply.
 *
 * @param head what it began with
 * @param text the body
 * @param whole whether that is all of it: of a refusal only the first 64 KiB are kept
 */
public record Answer(Head head, String text, boolean whole) {

    /** The HTTP status. */
    public int status() {
        return head.status();
    }

    /** Whether the server did what it was asked. */
    public boolean ok() {
        return head.ok();
    }

    /** Says what came without showing it: a server may send back what it was sent. */
    @Override
    public String toString() {
        return "HTTP %d, %d characters".formatted(status(), text.length());
    }
}
