package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.testkit.gguf.GgufWriter;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What goes wrong is said to whom it concerns, and nobody else notices. */
@Timeout(120)
class FailureTest {

    private static final int WIDTH = 64;
    private static final int F32 = 0;

    @TempDir Path directory;

    /** The last normalisation multiplies everything by a value that is not a number. */
    private static GgufWriter broken() {
        ByteBuffer bytes = ByteBuffer.allocate(WIDTH * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            bytes.putFloat(Float.NaN);
        }
        return TinyGguf.DEFAULT.writer().tensor("output_norm.weight", F32, bytes.array(), WIDTH);
    }

    @Test
    void outputThatIsNoNumberEndsItsStreamOnly() throws IOException {
        try (LlamaEngine sick = TinyEngines.open(directory, broken(), TinyEngines.OPTIONS);
                LlamaEngine sound = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession first = TinyEngines.ask(sick, "one");
                TokenSession second = TinyEngines.ask(sound, "one")) {
            TokenStream stream = first.generate(Reading.drawn(9, 1));

            assertThatThrownBy(stream::next)
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("check the file");
            stream.close();
            assertThat(stream.next()).isEmpty();
            assertThat(Reading.all(second, Reading.greedy(3)).tokens()).hasSize(3);
            assertThat(first.verify(new int[] {65}).distributions()).hasSize(2);
        }
    }

    @Test
    void anEmptyHeadIsRefused() throws IOException {
        try (LlamaEngine engine =
                TinyEngines.open(
                        directory, TinyGguf.DEFAULT, TinyEngines.OPTIONS, (_, _) -> new int[0])) {
            assertThatThrownBy(() -> TinyEngines.ask(engine, "one"))
                    .isInstanceOf(RequestException.class);
        }
    }

    @Test
    void aHeadLongerThanTheContextIsRefused() throws IOException {
        try (LlamaEngine engine =
                TinyEngines.open(directory, TinyGguf.DEFAULT, TinyEngines.options(64, 1, 0))) {
            assertThatThrownBy(() -> TinyEngines.ask(engine, "x".repeat(100)))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining("--context");
            assertThat(Reading.all(TinyEngines.ask(engine, "one"), Reading.greedy(3)).tokens())
                    .isNotEmpty();
        }
    }

    @Test
    void aRendererThatThrowsTakesNoSession() throws IOException {
        HeadRenderer careless =
                (_, _) -> {
                    throw new IllegalArgumentException("no");
                };
        try (LlamaEngine engine =
                TinyEngines.open(
                        directory, TinyGguf.DEFAULT, TinyEngines.options(64, 1, 0), careless)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> TinyEngines.ask(engine, "one")).hasMessage("no");
            }
        }
    }

    @Test
    void aFileThatIsNoModelIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("not.gguf"), "not a model");
        EngineOpener opener = new EngineOpener(TinyEngines.library(), TinyEngines.OPTIONS);

        assertThatThrownBy(() -> opener.open(file, "not", _ -> (_, _) -> new int[] {1}))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void idleCachesGiveWayToNewSessions() throws IOException {
        try (LlamaEngine engine =
                TinyEngines.open(directory, TinyGguf.DEFAULT, TinyEngines.options(256, 4, 0))) {
            for (int i = 0; i < 12; i++) {
                List<TokenSession> open = new ArrayList<>();
                for (int k = 0; k < 4; k++) {
                    int start = 40 + 4 * i + k;
                    int[] text = IntStream.range(0, 240).map(t -> 40 + (start + t) % 90).toArray();
                    open.add(TinyEngines.begin(engine, text));
                }
                for (TokenSession session : open) {
                    assertThat(Reading.all(session, Reading.drawn(12, i)).tokens()).isNotEmpty();
                }
                open.forEach(Session::close);
            }
        }
    }

    @Test
    void aFullCacheEndsOneStreamWithAClearErrorAndSparesTheOthers() throws IOException {
        try (LlamaEngine engine =
                TinyEngines.open(directory, TinyGguf.DEFAULT, TinyEngines.options(2048, 1, 4))) {
            TokenSession parent = TinyEngines.begin(engine, 65, 66, 67);
            List<Session> sides = new ArrayList<>();
            List<String> failures = new ArrayList<>();
            for (int k = 0; k < 4; k++) {
                TokenSession side = (TokenSession) parent.branch();
                int start = 40 + k;
                side.append(IntStream.range(0, 1900).map(t -> 40 + (start + t) % 90).toArray());
                sides.add(side);
                try {
                    Reading.all(side, Reading.greedy(2));
                } catch (RetryableException full) {
                    failures.add(full.getMessage());
                }
            }

            assertThat(failures).isNotEmpty().hasSizeLessThan(4);
            assertThat(failures).allSatisfy(one -> assertThat(one).contains("--context"));
            sides.forEach(Session::close);
            parent.append(IntStream.range(0, 1900).map(t -> 40 + t % 90).toArray());
            assertThat(Reading.all(parent, Reading.greedy(2)).tokens()).isNotEmpty();
            parent.close();
        }
    }

    @Test
    void aPrefillThatFailsIsDoneAgainByTheNextGeneration() throws Exception {
        try (LlamaEngine engine =
                TinyEngines.open(directory, TinyGguf.DEFAULT, TinyEngines.options(2048, 1, 2))) {
            TokenSession parent = TinyEngines.begin(engine, 65, 66, 67);
            TokenSession one = filledBranch(parent, 40);
            TokenSession two = filledBranch(parent, 41);
            try (ByHand hand = new ByHand()) {
                parent.append(IntStream.range(0, 1900).map(t -> 42 + t % 90).toArray());
                parent.prefill();
                hand.finish(engine);
            }
            int room = (int) engine.counters().tokens();

            assertThatThrownBy(() -> Reading.all(parent, Reading.greedy(1)))
                    .isInstanceOf(RetryableException.class)
                    .hasMessageContaining("--context");
            assertThat((int) engine.counters().tokens()).as("nothing more fits").isEqualTo(room);
            one.close();
            assertThat(Reading.all(parent, Reading.greedy(1)).tokens()).hasSize(1);
            two.close();
            parent.close();
        }
    }

    private static TokenSession filledBranch(TokenSession parent, int first) {
        TokenSession side = (TokenSession) parent.branch();
        side.append(IntStream.range(0, 1900).map(t -> first + t % 90).toArray());
        Reading.all(side, Reading.greedy(1));
        return side;
    }

    @Test
    void aCommandThatFailsLeavesTheDecodeThreadAlive() {
        DecodeLoop loop = DecodeLoop.ofProcessor();

        assertThatThrownBy(
                        () ->
                                loop.call(
                                        () -> {
                                            throw new RequestException("known");
                                        }))
                .isInstanceOf(RequestException.class)
                .hasMessage("known");
        assertThatThrownBy(
                        () ->
                                loop.call(
                                        () -> {
                                            throw new AssertionError("unknown");
                                        }))
                .isNotInstanceOf(GlimpRouterException.class)
                .hasRootCauseMessage("unknown");
        String thread = loop.call(() -> Thread.currentThread().getName());
        assertThat(thread).isEqualTo("glimprouter-decode");
    }
}
