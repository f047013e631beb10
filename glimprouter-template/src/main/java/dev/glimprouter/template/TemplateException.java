package dev.glimprouter.template;

/** A chat template that cannot be parsed, or cannot render a conversation. */
public class TemplateException extends RuntimeException {
    private static final int MAX_LENGTH = 300;

    TemplateException(String problem, Throwable cause) {
        super(oneLine(problem) + "; give a working template with --chat-template FILE", cause);
    }

    /** The problem may quote the template: it becomes one line without control characters. */
    private static String oneLine(String problem) {
        String line = problem.replaceAll("[\\p{C}\\s]+", " ");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
    }
}
