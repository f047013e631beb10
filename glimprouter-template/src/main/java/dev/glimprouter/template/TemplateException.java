package dev.glimprouter.template;

/**
 * A chat template that cannot be parsed, or cannot render a conversation.
 *
 * <p>The message is one line of readable characters, although it may quote the template; it names
 * the line of the template where that is known, and says what to do. {@link HeadTemplate} makes it
 * a failure of the set-up.
 */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MAX_LENGTH = 300;

    TemplateException(String problem, Throwable cause) {
        super(oneLine(problem) + "; give a working template with --chat-template FILE", cause);
    }

    private static String oneLine(String problem) {
        String line = problem.replaceAll("[\\p{C}\\s]+", " ");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
    }
}
