package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.engine.Embedder;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** What a text is about, by the real library. */
class EmbedderTest {

    private static final String ONE = "So the sum is four.";

    @TempDir Path directory;

    private LlamaEngine open() throws IOException {
        return TinyEngines.open(directory, TinyGguf.DEFAULT);
    }

    @Test
    void equalTextsPointTheSameWayAndOthersDoNot() throws IOException {
        try (LlamaEngine engine = open();
                Embedder embedder = engine.embedder().orElseThrow()) {
            assertThat(embedder.similarity(ONE, ONE)).isCloseTo(1, within(1e-6));
            assertThat(embedder.similarity(ONE, "Wait, that was wrong.")).isBetween(-1.0, 1 - 1e-4);
        }
    }

    @Test
    void aVectorHasTheLengthOneAndDependsOnNothingBeforeIt() throws IOException {
        try (LlamaEngine engine = open();
                Embedder embedder = engine.embedder().orElseThrow()) {
            float[] first = embedder.embed(ONE);
            embedder.embed("Something else entirely, and longer than that.");

            assertThat(embedder.embed(ONE)).isEqualTo(first);
            double squares = 0;
            for (float each : first) {
                squares += each * each;
            }
            assertThat(squares).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void ofALongTextTheBeginningCounts() throws IOException {
        try (LlamaEngine engine = open();
                Embedder embedder = engine.embedder().orElseThrow()) {
            String most = "word ".repeat(600);

            assertThat(embedder.similarity(most, most + "and more")).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void itLeavesSessionsAsTheyAre() throws IOException {
        try (LlamaEngine engine = open();
                TokenSession session = TinyEngines.ask(engine, "What is two and two?")) {
            int[] before = session.tokens();
            try (Embedder embedder = engine.embedder().orElseThrow()) {
                embedder.embed(ONE);
            }
            assertThat(session.tokens()).isEqualTo(before);
        }
    }

    @Test
    void nothingIsAboutNothing() throws IOException {
        try (LlamaEngine engine = open();
                Embedder embedder = engine.embedder().orElseThrow()) {
            assertThatThrownBy(() -> embedder.embed(" \n")).isInstanceOf(RequestException.class);
        }
    }

    @Test
    void itEndsWithItsEngineAndClosesTwice() throws IOException {
        Embedder embedder;
        try (LlamaEngine engine = open()) {
            embedder = engine.embedder().orElseThrow();
        }
        embedder.close();

        assertThatThrownBy(() -> embedder.embed(ONE)).isInstanceOf(IllegalStateException.class);
    }
}
