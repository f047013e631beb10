package dev.glimprouter.gateway.internal.chat;

/** Ends a request with what its client is told. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ApiError error;

    /** A refusal. */
    public Refusal(ApiError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    /** A field with a value that is not taken. */
    public static Refusal ofValue(String param, String message) {
        return new Refusal(ApiError.ofField(param, "invalid_value", message));
    }

    /** A field that cannot be honoured. */
    public static Refusal unsupported(String param, String message) {
        return new Refusal(ApiError.ofField(param, "unsupported_parameter", message));
    }

    /** What the client is told. */
    public ApiError error() {
        return error;
    }
}
