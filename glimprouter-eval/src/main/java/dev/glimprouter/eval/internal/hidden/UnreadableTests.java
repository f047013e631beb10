package dev.glimprouter.eval.internal.hidden;

/**
 * Tests that are not what they should be; the message is the reason, in the middle of a sentence.
 */
public final class UnreadableTests extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableTests(String reason) {
        super(reason);
    }

    UnreadableTests(String reason, Throwable cause) {
        super(reason, cause);
    }
}
