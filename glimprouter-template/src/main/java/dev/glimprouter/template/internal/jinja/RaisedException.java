package dev.glimprouter.template.internal.jinja;

/** The template itself refused its input by calling {@code raise_exception(message)}. */
public final class RaisedException extends JinjaException {
    RaisedException(String message) {
        super(message);
    }

    @Override
    JinjaException at(int sourceLine) {
        return this;
    }
}
