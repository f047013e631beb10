package dev.glimprouter.benchmarks.gateway;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.gateway.Gateway;
import dev.glimprouter.gateway.GatewaySettings;
import dev.glimprouter.gateway.Load;
import dev.glimprouter.gateway.Offer;
import dev.glimprouter.openai.OpenAiProvider;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyText;
import dev.glimprouter.time.Time;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A gateway over two servers in a process of its own, with what {@code serve} has: metrics, a
 * queue, a watch over each client. It prints its port and ends with its input.
 */
final class GatewayProgram {

    private static final int PARALLEL = 64;

    private GatewayProgram() {}

    /** Serves: strategy, the ports of small and large, a file with their chat template or "-". */
    public static void main(String[] arguments) throws IOException {
        EngineOptions options =
                arguments[3].equals("-")
                        ? EngineOptions.DEFAULT
                        : EngineOptions.DEFAULT.withChatTemplate(Path.of(arguments[3]));
        try (Engine small = open(arguments[1], options);
                Engine large = open(arguments[2], options);
                Gateway gateway =
                        Gateway.start(
                                offer(arguments[0], small, large),
                                GatewaySettings.DEFAULT
                                        .withPort(0)
                                        .withLoad(Load.DEFAULT.withParallel(PARALLEL)),
                                (id, failure) -> failure.printStackTrace())) {
            System.out.println(gateway.port());
            while (System.in.read() >= 0) {
                // Orders are for others.
            }
        }
    }

    private static Engine open(String port, EngineOptions options) {
        return new OpenAiProvider()
                .open(
                        new ModelSource.Servers(
                                List.of(URI.create("http://127.0.0.1:" + port)), ""),
                        options);
    }

    private static Offer offer(String strategy, Engine small, Engine large) {
        return new Offer(
                "glimprouter",
                Map.of(Writer.SMALL, small, Writer.LARGE, large),
                Map.of(),
                new StrategyText(Optional.of(strategy), Optional.empty()),
                RouterConfig.DEFAULT,
                "",
                Map.of(),
                () -> 7,
                Time.system());
    }
}
