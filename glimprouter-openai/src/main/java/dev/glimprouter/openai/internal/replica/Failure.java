package dev.glimprouter.openai.internal.replica;

import dev.glimprouter.error.RetryableException;

import org.jspecify.annotations.Nullable;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;

/**
 * What went wrong on a replica, as far as its health is concerned.
 *
 * <p>A connection that breaks is not unreachable: servers close idle connections, and a request may
 * meet that by chance.
 *
 * @param unreachable whether no connection came about
 * @param line one line for people, without a full stop
 */
record Failure(boolean unreachable, String line) {

    /** Nobody reads a longer line. */
    private static final int LONGEST_LINE = 200;

    /** The failure of a request. */
    static Failure of(RetryableException cause) {
        return new Failure(isUnreachable(cause), oneLine(cause));
    }

    private static boolean isUnreachable(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> false;
            case ConnectException _ -> true;
            case HttpConnectTimeoutException _ -> true;
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
}
