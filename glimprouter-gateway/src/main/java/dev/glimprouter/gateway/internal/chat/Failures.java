package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;

import java.time.Duration;
import java.util.Optional;

/** What clients are told of failures. Words of a back end are not passed on: they may hold more. */
public final class Failures {

    private static final int BUSY = 429;
    private static final Duration SOON = Duration.ofSeconds(5);

    private Failures() {}

    /** What a failure of a run means to its client. */
    public static ApiError of(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal.error();
            case GlimpRouterException known -> of(known);
            default ->
                    ApiError.ofServer(
                            500, "internal_error", "Something went wrong here; it was logged.");
        };
    }

    private static ApiError of(GlimpRouterException failure) {
        return switch (failure) {
            case ContextFullException _ ->
                    ApiError.ofField(
                            "messages",
                            "context_length_exceeded",
                            "The conversation does not fit the context of the models: shorten it.");
            case RequestException request ->
                    request.details().engine().isBlank()
                            ? ApiError.ofRequest(
                                    400, "invalid_request", String.valueOf(request.getMessage()))
                            : ApiError.ofRequest(
                                    400, "refused_by_model", "A model refused the request.");
            case RetryableException passing -> of(passing);
            case SetupException _ ->
                    ApiError.ofServer(
                            503,
                            "model_unusable",
                            "A model is not usable here; whoever runs this gateway has to repair it.");
            case CancelledException _ ->
                    ApiError.ofServer(503, "shutting_down", "The gateway is shutting down.");
        };
    }

    private static ApiError of(RetryableException passing) {
        Duration wait = passing.details().retryAfter().orElse(SOON);
        return passing.details().status().orElse(0) == BUSY
                ? new ApiError(
                        BUSY,
                        "rate_limit_error",
                        "A model is busy: try again later.",
                        Optional.empty(),
                        Optional.of("model_busy"),
                        Optional.of(wait))
                : ApiError.ofServer(
                                503,
                                "model_unavailable",
                                "A model cannot be reached: try again later.")
                        .after(wait);
    }
}
