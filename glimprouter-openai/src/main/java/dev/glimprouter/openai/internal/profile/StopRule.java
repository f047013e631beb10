package dev.glimprouter.openai.internal.profile;

import java.util.Optional;

/**
 * Who ends a step, and what a server tells of its end.
 *
 * @param by who looks for the blank line and the close tag
 * @param keepField field that, set to true, keeps the stop text in the output; empty where it is
 *     always cut off
 * @param toldField field beside the finish reason that holds the stop text, and anything but a text
 *     at the end of sequence; empty where both look alike
 */
public record StopRule(By by, Optional<String> keepField, Optional<String> toldField) {

    /** Checks that a server which stops by text says so. */
    public StopRule {
        if (by == By.SERVER && toldField.isEmpty()) {
            throw new IllegalArgumentException(
                    "a server that does not tell a stop text from the end of sequence must not be given any");
        }
    }

    /** Who looks for the end of a step. */
    public enum By {
        /**
         * The server. It also stops at a blank line that is only the beginning of a step, where the
         * reader asks again from there.
         */
        SERVER,
        /** The reader, who closes the stream; what the server wrote meanwhile is lost. */
        CLIENT
    }
}
