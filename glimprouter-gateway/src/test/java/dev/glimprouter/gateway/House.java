package dev.glimprouter.gateway;

import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyText;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.time.Time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A gateway over scripted models at a real socket. */
final class House implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    final ManualTime time = new ManualTime();
    final List<Throwable> failures = new ArrayList<>();
    final BlockingQueue<RequestReport> reports = new LinkedBlockingQueue<>();
    ScriptedEngine small;
    ScriptedEngine large;
    StrategyText strategy = StrategyText.NONE;
    RouterConfig rules = RouterConfig.DEFAULT;
    String instruction = "Be brief.";
    Map<String, Profile> profiles = Map.of();
    Map<Writer, Integer> branches = Map.of();
    GatewaySettings settings = GatewaySettings.DEFAULT.withPort(0);
    Time clock = time;
    private Optional<Gateway> gateway = Optional.empty();

    private House(ScriptedEngine small, ScriptedEngine large) {
        this.small = small;
        this.large = large;
    }

    /** What small and large write in each question, generation by generation. */
    static House of(List<Reply> small, List<Reply> large) {
        return of(
                ScriptedEngine.of(small.toArray(Reply[]::new)),
                ScriptedEngine.of(large.toArray(Reply[]::new)));
    }

    static House of(ScriptedEngine small, ScriptedEngine large) {
        return new House(small, large);
    }

    /** Two steps, the first by large, and an answer. */
    static House usual() {
        return of(
                List.of(
                        Reply.text("Hm.\n\n").entropy(1.5),
                        Reply.text("So four.</think>").entropy(0.25)),
                List.of(Reply.text("Two and two is asked.\n\n"), Reply.text("It is \\boxed{4}\n")));
    }

    /** What is offered as this house is set up now. */
    Offer offer() {
        return new Offer(
                "glimprouter",
                Map.of(Writer.SMALL, small, Writer.LARGE, large),
                branches,
                strategy,
                rules,
                instruction,
                profiles,
                () -> 7,
                clock);
    }

    House open() {
        gateway = Optional.of(Gateway.start(offer(), settings, new Log()));
        return this;
    }

    /** The next report, once there is one. */
    RequestReport report() {
        try {
            return Optional.ofNullable(reports.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .orElseThrow(() -> new AssertionError("nobody told of a request"));
        } catch (InterruptedException hurried) {
            throw new AssertionError(hurried);
        }
    }

    /** Keeps what it hears. */
    private final class Log implements GatewayLog {
        @Override
        public void failed(String requestId, Throwable failure) {
            synchronized (failures) {
                failures.add(failure);
            }
        }

        @Override
        public void ended(RequestReport report) {
            reports.add(report);
        }
    }

    Gateway gateway() {
        return gateway.orElseThrow();
    }

    Wire connect() {
        return Wire.to(gateway().port());
    }

    /** Sends a chat request over a connection of its own, and reads all of the reply. */
    Wire.Got chat(String json) {
        try (Wire wire = connect()) {
            return wire.post("/v1/chat/completions", json).read();
        }
    }

    Wire.Got get(String path, String... headers) {
        try (Wire wire = connect()) {
            return wire.get(path, headers).read();
        }
    }

    @Override
    public void close() {
        gateway.ifPresent(Gateway::close);
    }
}
