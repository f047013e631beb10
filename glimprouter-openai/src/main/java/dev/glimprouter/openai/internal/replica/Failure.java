package dev.glimprouter.openai.internal.replica;

import dev.glimprouter.error.RetryableException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * What went wrong on a replica, as far as its health is concerned.
 *
 * @param kind what it says of the replica
 * @param line one line for people, without a full stop
 * @param asked how long the replica asks to be left alone
 */
record Failure(Kind kind, String line, Optional<Duration> asked) {

    /** Nobody reads a longer line. */
    private static final int LONGEST_LINE = 200;

    private static final int TOO_MANY_REQUESTS = 429;

    /** What a failure says of a replica. */
    enum Kind {
        /** No connection came about. */
        UNREACHABLE,
        /**
         * It failed. A connection that breaks is not unreachable: servers close idle connections,
         * and a request may meet that by chance.
         */
        FAILED,
        /** It lives, and has too much to do. */
        BUSY
    }

    /** The failure of a request. */
    static Failure of(RetryableException cause) {
        return new Failure(kind(cause), oneLine(cause), cause.details().retryAfter());
    }

    private static Kind kind(RetryableException cause) {
        if (cause.details().status().orElse(0) == TOO_MANY_REQUESTS) {
            return Kind.BUSY;
        }
        return isUnreachable(cause) ? Kind.UNREACHABLE : Kind.FAILED;
    }

    private static boolean isUnreachable(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> false;
            case ConnectException _ -> true;
            case ConnectTimeoutException _ -> true;
            case NoRouteToHostException _ -> true;
            case UnknownHostException _ -> true;
            case Throwable other -> isUnreachable(other.getCause());
        };
    }

    private static String oneLine(RetryableException cause) {
        String message = cause.getMessage();
        String text = message == null ? "" : message.replaceAll("\\p{Cntrl}+", " ").strip();
        if (text.endsWith(".")) {
            text = text.substring(0, text.length() - 1);
        }
        return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "...";
    }

    /** The same as one of several that it takes, even where no connection came about. */
    Failure counted() {
        return kind == Kind.UNREACHABLE ? new Failure(Kind.FAILED, line, asked) : this;
    }
}
