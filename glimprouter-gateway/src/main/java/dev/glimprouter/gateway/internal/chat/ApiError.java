package dev.glimprouter.gateway.internal.chat;

import java.time.Duration;
import java.util.Optional;

/**
 * A failure as clients are told it.
 *
 * @param status HTTP status
 * @param type the kind of failure, in the words of OpenAI's API
 * @param message what to do, for people
 * @param param the field of the request that is to blame
 * @param code a word for programs
 * @param retryAfter how long to wait before the next try
 */
public record ApiError(
        int status,
        String type,
        String message,
        Optional<String> param,
        Optional<String> code,
        Optional<Duration> retryAfter) {

    private static final String INVALID = "invalid_request_error";
    private static final String SERVER = "server_error";

    /** A field that cannot be honoured. */
    public static ApiError ofField(String param, String code, String message) {
        return new ApiError(
                400, INVALID, message, Optional.of(param), Optional.of(code), Optional.empty());
    }

    /** A request that is wrong as a whole. */
    public static ApiError ofRequest(int status, String code, String message) {
        return new ApiError(
                status, INVALID, message, Optional.empty(), Optional.of(code), Optional.empty());
    }

    /** A failure that the client has no part in. */
    public static ApiError ofServer(int status, String code, String message) {
        return new ApiError(
                status, SERVER, message, Optional.empty(), Optional.of(code), Optional.empty());
    }

    /** The same with a time to wait. */
    public ApiError after(Duration wait) {
        return new ApiError(status, type, message, param, code, Optional.of(wait));
    }
}
