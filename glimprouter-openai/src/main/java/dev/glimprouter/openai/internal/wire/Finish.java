package dev.glimprouter.openai.internal.wire;

/** Why a server stopped. */
public sealed interface Finish {

    /**
     * It met one of the texts that it was told to stop at. If {@link
     * dev.glimprouter.engine.StopScanner} has not ended there, the text is a blank line with which
     * the step begins: ask the server to go on.
     *
     * @param text which one
     */
    record StopText(String text) implements Finish {}

    /** What needs no further word. */
    enum Plain implements Finish {
        /** The model's end-of-sequence token. */
        END_OF_SEQUENCE,
        /** Something else: a filter, a tool, a word that nobody gave it. */
        UNKNOWN_STOP,
        /** The limit of the request. */
        LENGTH,
        /** The end of the context. */
        CONTEXT,
        /** The server gave the request up, or was told to. */
        ABORTED
    }
}
