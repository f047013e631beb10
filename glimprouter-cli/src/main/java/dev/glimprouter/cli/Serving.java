package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Config;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.gateway.Gateway;
import dev.glimprouter.gateway.GatewayLog;
import dev.glimprouter.gateway.GatewaySettings;
import dev.glimprouter.gateway.RequestReport;
import dev.glimprouter.time.Cancellation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A gateway that runs until a signal ends it, and follows its file meanwhile. */
final class Serving implements GatewayLog {

    /** The web server has something to say about every start; kept, lest its level is forgotten. */
    private static final Logger WEB_SERVER = Logger.getLogger("io.helidon");

    /** Tells of each batch of spans that is not sent, where we tell of it once. */
    private static final Logger SPANS = Logger.getLogger("io.opentelemetry");

    /** What closing takes beside the time to drain. */
    private static final Duration CLOSING = Duration.ofSeconds(3);

    private final World world;
    private final ServePlan first;
    private ServePlan opened;
    private ServePlan inForce;
    private EngineRoom room;
    private volatile AccessLog accessLog;

    private Serving(ServePlan plan) {
        this.world = plan.plan().world();
        this.first = plan;
        this.opened = plan;
        this.inForce = plan;
        this.accessLog = accessLog(plan);
        this.room = plan.open();
    }

    /**
     * Runs it; always ends with a {@link CancelledException}.
     *
     * @param reading reads the file; empty if there is none
     * @param planning makes a plan of what the file says now
     */
    static void run(
            ServePlan plan,
            Optional<Supplier<Config>> reading,
            Function<Config, ServePlan> planning) {
        WEB_SERVER.setLevel(Level.WARNING);
        SPANS.setLevel(Level.OFF);
        Serving serving = new Serving(plan);
        try (Gateway gateway = Gateway.start(plan.offer(serving.room), plan.settings(), serving)) {
            serving.announce(gateway);
            Supplier<Optional<ConfigWatch>> watch =
                    () ->
                            reading.map(
                                    file ->
                                            new ConfigWatch(
                                                    serving.world,
                                                    plan.plan().file(),
                                                    file,
                                                    config ->
                                                            serving.follow(
                                                                    gateway,
                                                                    planning.apply(config)),
                                                    gateway::refusedReplacement));
            serving.awaitEnd(gateway, watch);
        } finally {
            serving.closeRoom();
        }
    }

    private static AccessLog accessLog(ServePlan plan) {
        return AccessLog.open(plan.plan().file().serve().accessLog(), plan.plan().world().err());
    }

    private synchronized void closeRoom() {
        room.close();
    }

    /** Opens models anew only where others are wanted; the old ones go once nobody needs them. */
    private synchronized void follow(Gateway gateway, ServePlan next) {
        Gateway.check(next.settings());
        AccessLog nextLog = accessLog(next);
        if (next.fits(opened)) {
            gateway.replace(next.offer(room), next.settings(), () -> {});
            if (!next.plan().warnsAs(inForce.plan())) {
                next.plan().warn(room);
            }
        } else {
            EngineRoom old = room;
            EngineRoom anew = next.openBeside();
            try {
                gateway.replace(next.offer(anew), next.settings(), old::close);
            } catch (RuntimeException refused) {
                anew.close();
                throw refused;
            }
            room = anew;
            opened = next;
        }
        inForce = next;
        accessLog = nextLog;
    }

    private void announce(Gateway gateway) {
        GatewaySettings settings = first.settings();
        String base = gateway.address() + "/v1";
        String key = settings.access().keys().isEmpty() ? "" : " -H \"Authorization: Bearer $KEY\"";
        String body =
                "{\"model\":\"%s\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"What is 17 times 23?\"}]}"
                        .formatted(first.plan().file().serve().model());
        world.err().line("Serving. Try it:");
        world.err()
                .line(
                        "curl -N %s/chat/completions -H 'Content-Type: application/json'%s -d '%s'"
                                .formatted(base, key, body));
        world.out().line(base);
    }

    private void awaitEnd(Gateway gateway, Supplier<Optional<ConfigWatch>> watching) {
        Cancellation end = new Cancellation();
        CountDownLatch over = new CountDownLatch(1);
        Duration toEnd = first.settings().drain().plus(CLOSING);
        try (Cancellation.Registration _ = end.onCancel(over::countDown);
                Interrupts.Scope _ = world.interrupts().during(end, toEnd, gateway::close)) {
            Optional<ConfigWatch> watch = watching.get();
            over.await();
            watch.ifPresent(ConfigWatch::close);
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

    @Override
    public void ended(RequestReport report) {
        accessLog.write(report);
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
