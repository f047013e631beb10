package dev.glimprouter.cli;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.gateway.Gateway;
import dev.glimprouter.gateway.GatewayLog;
import dev.glimprouter.gateway.GatewaySettings;
import dev.glimprouter.gateway.Offer;
import dev.glimprouter.time.Cancellation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A gateway that runs until a signal ends it.
 *
 * @param world where it runs
 * @param settings how it runs
 */
record Serving(World world, GatewaySettings settings) implements GatewayLog {

    /** The web server has something to say about every start; kept, lest its level is forgotten. */
    private static final Logger WEB_SERVER = Logger.getLogger("io.helidon");

    /** What closing takes beside the time to drain. */
    private static final Duration CLOSING = Duration.ofSeconds(3);

    /** Runs it; always ends with a {@link CancelledException}. */
    void run(Offer offer) {
        WEB_SERVER.setLevel(Level.WARNING);
        try (Gateway gateway = Gateway.start(offer, settings, this)) {
            announce(gateway, offer.model());
            awaitEnd(gateway);
        }
    }

    private void announce(Gateway gateway, String model) {
        String base = gateway.address() + "/v1";
        String key = settings.keys().isEmpty() ? "" : " -H \"Authorization: Bearer $KEY\"";
        String body =
                "{\"model\":\"%s\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"What is 17 times 23?\"}]}"
                        .formatted(model);
        world.err().line("Serving. Try it:");
        world.err()
                .line(
                        "curl -N %s/chat/completions -H 'Content-Type: application/json'%s -d '%s'"
                                .formatted(base, key, body));
        world.out().line(base);
    }

    private void awaitEnd(Gateway gateway) {
        Cancellation end = new Cancellation();
        CountDownLatch over = new CountDownLatch(1);
        try (Cancellation.Registration _ = end.onCancel(over::countDown);
                Interrupts.Scope _ =
                        world.interrupts()
                                .during(end, settings.drain().plus(CLOSING), gateway::close)) {
            over.await();
            world.err().line("Requests that are here may end; a second signal ends at once.");
            gateway.drain();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        throw new CancelledException("The gateway was ended.");
    }

    /**
     * Tells of a failure. Words of a back end are left out, because it may have quoted a question
     * in them.
     */
    @Override
    public void failed(String requestId, Throwable failure) {
        world.err().line("request %s failed: %s".formatted(requestId, words(failure)));
    }

    private static String words(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        if (!(failure instanceof GlimpRouterException known)) {
            StackTraceElement[] trace = failure.getStackTrace();
            return trace.length == 0 ? kind : kind + " at " + trace[0];
        }
        String engine = known.details().engine();
        String status =
                known.details().status().isPresent()
                        ? " (HTTP %d)".formatted(known.details().status().getAsInt())
                        : "";
        return engine.isBlank()
                ? kind + ": " + Visible.line(String.valueOf(known.getMessage()))
                : "%s of %s%s".formatted(kind, Visible.line(engine), status);
    }
}
