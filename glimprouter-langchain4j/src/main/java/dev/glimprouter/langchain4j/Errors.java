package dev.glimprouter.langchain4j;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;

import java.util.function.Supplier;

/** Our failures as LangChain4j's, which its callers know what to do about; ours is the cause. */
final class Errors {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NONE = 0;

    private Errors() {}

    /** What {@code work} gives, or its failure as LangChain4j's. */
    static <T> T mapped(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            throw of(failure);
        }
    }

    /** A failure as LangChain4j's. */
    static RuntimeException of(Throwable failure) {
        return switch (failure) {
            case GlimpRouterException ours -> of(ours);
            case RuntimeException other -> other;
            default -> new LangChain4jException(failure);
        };
    }

    private static LangChain4jException of(GlimpRouterException ours) {
        String message = String.valueOf(ours.getMessage());
        int status = ours.details().status().orElse(NONE);
        return switch (ours) {
            case RequestException _ -> new InvalidRequestException(message, ours);
            case CancelledException _ -> new LangChain4jException(message, ours);
            case RetryableException _ ->
                    switch (status) {
                        case TOO_MANY_REQUESTS -> new RateLimitException(message, ours);
                        case REQUEST_TIMEOUT -> new TimeoutException(message, ours);
                        default -> new InternalServerException(message, ours);
                    };
            case SetupException _ ->
                    switch (status) {
                        case UNAUTHORIZED, FORBIDDEN -> new AuthenticationException(message, ours);
                        case NOT_FOUND -> new ModelNotFoundException(message, ours);
                        default -> new NonRetriableException(message, ours);
                    };
        };
    }
}
