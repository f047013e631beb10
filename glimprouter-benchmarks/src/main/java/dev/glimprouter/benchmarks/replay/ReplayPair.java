package dev.glimprouter.benchmarks.replay;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.EngineProvider;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.llamacpp.LlamaCppProvider;
import dev.glimprouter.models.Models;
import dev.glimprouter.models.PullListener;
import dev.glimprouter.openai.OpenAiProvider;
import dev.glimprouter.reasoning.Writer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two models over which routes are replayed, and what is wanted of the router there.
 *
 * @param engines the models by role
 * @param paced the scripted servers; empty where the models are real
 */
record ReplayPair(Map<Writer, Engine> engines, Optional<PacedServers> paced)
        implements AutoCloseable {

    private static final String PACED = "paced";
    private static final int HEAD_ROOM = 1024;

    /**
     * Opens two models.
     *
     * @param longest tokens of the longest question
     */
    static ReplayPair open(String small, String large, int longest) {
        EngineOptions options = EngineOptions.DEFAULT.withContextTokens(longest + HEAD_ROOM);
        if (!small.equals(PACED)) {
            return new ReplayPair(engines(small, large, options), Optional.empty());
        }
        PacedServers servers = PacedServers.start();
        return new ReplayPair(
                engines(servers.small().uri() + "", servers.large().uri() + "", options),
                Optional.of(servers));
    }

    private static Map<Writer, Engine> engines(String small, String large, EngineOptions options) {
        Models models = Models.ofUser();
        Map<Writer, Engine> engines = new EnumMap<>(Writer.class);
        engines.put(Writer.SMALL, open(models, small, options));
        engines.put(Writer.LARGE, open(models, large, options));
        return engines;
    }

    private static Engine open(Models models, String ref, EngineOptions options) {
        ModelSource source = models.source(models.parse(ref), PullListener.NONE);
        EngineProvider provider =
                source instanceof ModelSource.Servers
                        ? new OpenAiProvider()
                        : new LlamaCppProvider();
        return provider.open(source, options);
    }

    /** Whether both can work at the same time; real models here share the machine's cores. */
    boolean overlaps() {
        return paced.isPresent();
    }

    private boolean embedded() {
        return engines.values().stream().allMatch(Engine::sharesProcessor);
    }

    /** The most that the clean mode may take over the engines' floor; scripted ones have none. */
    OptionalDouble mostOverFloor() {
        return paced.isPresent()
                ? OptionalDouble.empty()
                : OptionalDouble.of(embedded() ? 1.05 : 1.08);
    }

    /** The most that the clean mode may take over the official one. */
    double mostOverOfficial() {
        return paced.isPresent() ? 0.96 : 1;
    }

    @Override
    public void close() {
        engines.values().forEach(Engine::close);
        paced.ifPresent(PacedServers::close);
    }
}
