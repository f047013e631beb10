package dev.glimprouter.openai.internal.http;

import dev.glimprouter.engine.Secret;
import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.error.Details;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes a server's failures ours: what the caller can do, in one line that never shows the key.
 *
 * <p>Thread safe.
 */
public final class Failures {

    private final String model;
    private final Optional<Secret> key;
    private final InstantSource clock;
    private final OneLine line;
    private final Broken broken;

    /**
     * The failures of one model's servers.
     *
     * @param model the name that the servers know it by; blank for their only one
     * @param key the key that is sent, to be blotted out wherever it comes back
     * @param clock tells how far away a date is that a server names
     */
    public Failures(String model, Optional<Secret> key, InstantSource clock) {
        this.model = model;
        this.key = key;
        this.clock = clock;
        this.line = new OneLine(key);
        this.broken = new Broken(line);
    }

    /** What an answer means that is not ok. */
    public GlimpRouterException ofAnswer(URI uri, Answer answer) {
        String body = answer.whole() ? answer.text() : line.withoutCutKey(answer.text());
        ServerError error = ServerError.ofBody(body);
        if (answer.status() / 100 == 3) {
            String there = answer.head().header("Location").orElse("somewhere else");
            return new SetupException(
                    "%s sends one on to %s: use that address."
                            .formatted(Origin.of(uri), line.of(there)),
                    Details.of(Origin.of(uri), answer.status()),
                    null);
        }
        Optional<Duration> wait = RetryAfter.of(answer.head(), clock);
        return of(uri, answer.status(), OptionalInt.of(answer.status()), wait, error);
    }

    /** The failure that an event of a stream reports; empty if it is an ordinary one. */
    public Optional<GlimpRouterException> ofEvent(URI uri, String data) {
        return ServerError.inEvent(data)
                .map(
                        error -> {
                            OptionalInt told = error.status();
                            int status = told.orElseGet(error::likelyStatus);
                            return of(uri, status, told, Optional.empty(), error);
                        });
    }

    /** What it means that a connection failed, broke off, or was too slow. */
    public GlimpRouterException ofBroken(URI uri, Throwable failure) {
        return broken.of(Origin.of(uri), failure);
    }

    /** What it means that the reply to a wish for a stream is none. */
    GlimpRouterException ofKind(URI uri, Head head, String wanted) {
        return new SetupException(
                "%s answers with %s, not with a stream of %s: is it a server of the kind that was named?"
                        .formatted(
                                Origin.of(uri) + line.of(uri.getPath()),
                                line.of(head.mediaType()),
                                wanted),
                Details.of(Origin.of(uri), head.status()),
                null);
    }

    private GlimpRouterException of(
            URI uri, int status, OptionalInt told, Optional<Duration> wait, ServerError error) {
        String server = Origin.of(uri);
        Details details = new Details(server, told, wait);
        String http = told.isPresent() ? " (HTTP " + status + ")" : "";
        String says = line.afterColon(error.message());
        if (ContextOverflow.is(told, error)) {
            return new ContextFullException(
                    "The text has outgrown the context of " + server + http + says, details);
        }
        return switch (status) {
            case 401, 403 -> new SetupException(refused(server, http, status, says), details, null);
            case 404 -> new SetupException(unknown(server, uri, http, says), details, null);
            case 501, 505 ->
                    new SetupException(server + " cannot do this" + http + says, details, null);
            case 408, 409, 425, 429 -> passing(server, http, says, details);
            default ->
                    status >= 500
                            ? passing(server, http, says, details)
                            : new RequestException(
                                    server + " refuses the request" + http + says, details, null);
        };
    }

    private static RetryableException passing(
            String server, String http, String says, Details details) {
        return new RetryableException(
                server + " cannot serve the request now" + http + says, details, null);
    }

    private String refused(String server, String http, int status, String says) {
        String because = status == 403 ? says : ".";
        return key.map(
                        secret ->
                                "%s refuses the key%s%s Check it: %s."
                                        .formatted(server, http, because, secret))
                .orElseGet(
                        () ->
                                "%s wants a key%s%s Name one as env:NAME or file:PATH."
                                        .formatted(server, http, because));
    }

    private String unknown(String server, URI uri, String http, String says) {
        String what = model.isBlank() ? "" : "no model " + line.of(model) + " or ";
        return "%s knows %sno route %s%s%s"
                .formatted(server, what, line.of(uri.getPath()), http, says);
    }
}
