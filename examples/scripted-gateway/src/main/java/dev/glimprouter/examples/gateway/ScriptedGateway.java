package dev.glimprouter.examples.gateway;

import dev.glimprouter.gateway.Gateway;
import dev.glimprouter.gateway.GatewaySettings;
import dev.glimprouter.gateway.Offer;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyText;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.time.Time;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A gateway on a free port of the loopback, whose models answer every question in the same way: two
 * steps, of which large writes the first, and an answer.
 */
public final class ScriptedGateway implements AutoCloseable {

    /** What they think. */
    public static final String REASONING = "Seventeen and twenty-three.\n\nSo 391.";

    /** What they answer. */
    public static final String ANSWER = "It is 391.";

    private final Gateway gateway;
    private final AtomicReference<Throwable> bug = new AtomicReference<>();

    /** Starts it. */
    public ScriptedGateway() {
        ScriptedEngine small =
                ScriptedEngine.of(
                        Script.of(
                                Reply.text("Hm.\n\n").entropy(1.5),
                                Reply.text("So 391.</think>").entropy(0.25)));
        ScriptedEngine large =
                ScriptedEngine.of(
                        Script.of(
                                Reply.text("Seventeen and twenty-three.\n\n"), Reply.text(ANSWER)));
        gateway =
                Gateway.start(
                        new Offer(
                                "glimprouter",
                                Map.of(Writer.SMALL, small, Writer.LARGE, large),
                                Map.of(),
                                StrategyText.NONE,
                                RouterConfig.DEFAULT,
                                "",
                                Map.of(),
                                () -> 1,
                                Time.system()),
                        GatewaySettings.DEFAULT.withPort(0),
                        (_, failure) -> bug.set(failure));
    }

    /** Where clients of OpenAI find it. */
    public String baseUrl() {
        return "http://127.0.0.1:%d/v1".formatted(gateway.port());
    }

    /** Stops it. */
    @Override
    public void close() {
        gateway.close();
        if (bug.get() != null) {
            throw new IllegalStateException("The gateway met a bug.", bug.get());
        }
    }
}
