package dev.glimprouter.gateway.internal.chat;

/** Reads the bodies of one kind of request. Thread safe. */
@FunctionalInterface
public interface RequestReader {

    /**
     * Reads a body.
     *
     * @throws Refusal if it is not such a request, or one that cannot be honoured
     */
    Asked read(byte[] body);
}
