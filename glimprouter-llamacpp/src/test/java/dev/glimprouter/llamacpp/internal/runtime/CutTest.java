package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A limit that cuts a text inside what may become a close tag. */
class CutTest {

    private static final TinyGguf SAYS_LESS_THAN = TinyGguf.DEFAULT.withBias(Map.of("<", 1000.0));

    @Test
    void halfACloseTagIsNoText(@TempDir Path directory) throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, SAYS_LESS_THAN);
                TokenSession session = TinyEngines.ask(engine, "why");
                TokenStream stream = session.generate(oneGreedyToken(Until.STEP))) {
            Token only = stream.next().orElseThrow();

            assertThat(stream.next()).isEmpty();
            assertThat(stream.ending()).isEqualTo(Ending.LENGTH);
            assertThat(only.text()).isEmpty();
            assertThat(stream.cost().droppedChars()).isEqualTo(1);
        }
    }

    @Test
    void whereNoTagEndsTheTextNothingIsHeld(@TempDir Path directory) throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, SAYS_LESS_THAN);
                TokenSession session = TinyEngines.ask(engine, "why");
                TokenStream stream = session.generate(oneGreedyToken(Until.END_OF_SEQUENCE))) {
            assertThat(stream.next().orElseThrow().text()).isEqualTo("<");
            assertThat(stream.cost().droppedChars()).isZero();
        }
    }

    private static Generation oneGreedyToken(Until until) {
        return new Generation(Sampling.GREEDY, 1, until, Distributions.NONE, 0);
    }
}
