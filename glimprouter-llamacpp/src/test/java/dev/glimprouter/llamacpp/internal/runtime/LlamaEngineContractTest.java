package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.testkit.EngineContract;
import dev.glimprouter.testkit.gguf.ThinkTags;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The embedded engine is a real engine. */
class LlamaEngineContractTest extends EngineContract {

    private static final int CONTEXT = 16_384;

    /** Writes blank lines, close tags and ends often enough to meet each within 60 short texts. */
    private static final TinyGguf MODEL =
            TinyGguf.DEFAULT
                    .withContext(CONTEXT)
                    .withTags(ThinkTags.CONTROL)
                    .withBias(Map.of("\n\n", 4.0, "</think>", 1.0, "<|im_end|>", 4.0));

    @TempDir Path directory;

    @Override
    protected Engine open() {
        try {
            return TinyEngines.open(directory, MODEL, TinyEngines.options(CONTEXT, 4, 4));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The likeliest tokens of this model go round in a circle that does not end. */
    @Override
    protected Generation lengthy() {
        return new Generation(
                Sampling.GREEDY, CONTEXT, Until.END_OF_SEQUENCE, Distributions.NONE, 0);
    }
}
