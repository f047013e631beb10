package dev.glimprouter.template.internal.jinja;

/** A template that cannot be parsed or rendered; the message says what and, where known, where. */
public class JinjaException extends RuntimeException {
    private final int line;

    JinjaException(String message) {
        super(message);
        this.line = 0;
    }

    /** An error at a source line, counted from 1. */
    JinjaException(String message, int line) {
        super(message + " (line " + line + ")");
        this.line = line;
    }

    /** The same error at a source line, unless it already knows its line. */
    JinjaException at(int sourceLine) {
        return line > 0 ? this : new JinjaException(getMessage(), sourceLine);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
