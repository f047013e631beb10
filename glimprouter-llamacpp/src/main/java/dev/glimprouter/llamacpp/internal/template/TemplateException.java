package dev.glimprouter.llamacpp.internal.template;

/** A chat template that cannot be parsed, or cannot render a conversation. */
public class TemplateException extends RuntimeException {
    TemplateException(String problem, Throwable cause) {
        super(problem + "; give a working template with --chat-template FILE", cause);
    }
}
