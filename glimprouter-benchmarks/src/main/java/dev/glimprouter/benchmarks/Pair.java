package dev.glimprouter.benchmarks;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.llamacpp.LlamaCppProvider;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.models.Models;
import dev.glimprouter.models.PullListener;
import dev.glimprouter.reasoning.Writer;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * A small and a large model, open.
 *
 * @param files their files
 * @param engines their engines
 */
public record Pair(Map<Writer, Path> files, Map<Writer, Engine> engines) implements AutoCloseable {

    /** Opens models by catalogue name or path; what is missing is pulled. */
    public static Pair open(String small, String large, EngineOptions options) {
        Models models = Models.ofUser();
        Map<Writer, Path> files = new EnumMap<>(Writer.class);
        Map<Writer, Engine> engines = new EnumMap<>(Writer.class);
        Map.of(Writer.SMALL, small, Writer.LARGE, large)
                .forEach(
                        (writer, name) -> {
                            ModelRef ref = models.parse(name);
                            files.put(writer, models.require(ref, PullListener.NONE));
                            ModelSource source = models.source(ref, PullListener.NONE);
                            engines.put(writer, new LlamaCppProvider().open(source, options));
                        });
        return new Pair(files, engines);
    }

    /** The engine of a role. */
    public Engine engine(Writer writer) {
        Engine engine = engines.get(writer);
        if (engine == null) {
            throw new IllegalStateException(writer + " is not open");
        }
        return engine;
    }

    /** The paper's router: tau 1.0. */
    GlimpRouter router() {
        return GlimpRouter.of(engine(Writer.SMALL), engine(Writer.LARGE));
    }

    @Override
    public void close() {
        engines.values().forEach(Engine::close);
    }
}
