package dev.glimprouter.reasoning;

/** How a stretch of generated text ended. */
public enum Ending {
    /** A blank line, which is the last thing in the text. */
    BLANK_LINE,
    /** The close tag {@code </think>}, which is not part of the text. */
    CLOSE_TAG,
    /** The model's end-of-sequence token. */
    END_OF_SEQUENCE,
    /** The token limit of the request, or the end of the context: the text may stop in mid-word. */
    LENGTH,
    /** Its reader closed the stream. */
    CANCELLED;

    /** Whether the model itself said that its reasoning is complete. */
    public boolean endsReasoning() {
        return this == CLOSE_TAG || this == END_OF_SEQUENCE;
    }
}
