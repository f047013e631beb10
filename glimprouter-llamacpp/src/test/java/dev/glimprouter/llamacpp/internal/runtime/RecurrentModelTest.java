package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.testkit.gguf.GgufWriter;
import dev.glimprouter.testkit.gguf.MetadataValue;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** A model with one state for all of its text, of which no part can be taken back. */
@Timeout(120)
class RecurrentModelTest {

    private static final int WIDTH = 64;
    private static final int INNER = 128;
    private static final int STATE = 16;
    private static final int RANK = 4;
    private static final int KERNEL = 4;
    private static final int F32 = 0;

    @TempDir Path directory;

    @Test
    void everyOperationAnswersAsIfFromScratch() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, mamba(), TinyEngines.OPTIONS);
                LlamaEngine reference =
                        TinyEngines.open(directory, mamba(), TinyEngines.options(1024, 1, 0));
                TokenSession session = TinyEngines.ask(engine, "one and two")) {
            check(session, reference, "at the beginning");
            check(session, reference, "once more");
            session.append(Reading.all(session, Reading.drawn(9, 1)).text());
            check(session, reference, "after its own text");
            session.append(" two equals half");
            check(session, reference, "after foreign text");
            int[] draft = {70, 80, 90};
            session.verify(draft);
            session.append(Arrays.copyOf(draft, 2));
            check(session, reference, "after a part of a draft");
            session.truncate(session.tokens().length - 3);
            check(session, reference, "after a truncation");
            TokenStream stream = session.generate(Reading.drawn(50, 1));
            stream.next();
            stream.next();
            stream.close();
            check(session, reference, "after a cancelled stream");
            Reading.all(session, Reading.drawn(9, 2));
            TokenSession branch = (TokenSession) session.branch();
            branch.append(" then");
            check(branch, reference, "in a branch");
            branch.close();
            check(session, reference, "after a branch");
        }
    }

    private static void check(TokenSession session, LlamaEngine reference, String when) {
        float[] actual = Reading.some(session, Reading.greedy(2), 1).logits();
        try (Session other = TinyEngines.begin(reference, 1, 2)) {
            Reading.all(other, Reading.greedy(1));
        }
        try (TokenSession whole = TinyEngines.begin(reference, session.tokens())) {
            Logits.assertClose(actual, Reading.all(whole, Reading.greedy(1)).logits(), when);
        }
    }

    @Test
    void aBatchThatWasStoppedIsForgotten() throws Exception {
        int[] text = IntStream.range(0, 100).map(i -> 40 + i % 80).toArray();
        try (LlamaEngine engine = TinyEngines.open(directory, mamba(), TinyEngines.OPTIONS);
                LlamaEngine reference =
                        TinyEngines.open(directory, mamba(), TinyEngines.options(1024, 1, 0));
                TokenSession session = TinyEngines.begin(engine, text)) {
            try (ByHand hand = new ByHand()) {
                TokenStream stream = session.generate(Reading.greedy(1));
                hand.step(engine);
                Runnable batch = hand.plan(engine);
                stream.close();
                batch.run();
                assertThat(engine.model().agreesWithItsCache()).isTrue();
            }
            check(session, reference, "after a batch that was stopped");
        }
    }

    @Test
    void whatIsEvaluatedAgainIsCounted() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, mamba(), TinyEngines.OPTIONS);
                TokenSession session = TinyEngines.ask(engine, "one and two")) {
            Reading first = Reading.all(session, Reading.drawn(6, 1));
            Reading again = Reading.all(session, Reading.drawn(6, 1));

            assertThat(again.cost().promptTokens()).isEqualTo(session.tokens().length);
            assertThat(again.cost().seamTokens()).isEqualTo(session.tokens().length);
            assertThat(first.evaluated() + again.evaluated())
                    .isEqualTo((int) engine.counters().tokens());
        }
    }

    @Test
    void ownTextThatIsEvaluatedAgainIsASeam() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, mamba(), TinyEngines.OPTIONS);
                TokenSession session = TinyEngines.ask(engine, "one and two")) {
            Reading own = Reading.all(session, Reading.drawn(6, 1));
            session.append(own.text());
            int length = session.tokens().length;
            Reading late = Reading.all(session, Reading.greedy(3));
            Reading again = Reading.all(session, Reading.greedy(3));

            assertThat(late.cost().ownTokens()).isEqualTo(1);
            assertThat(late.cost().promptTokens()).isZero();
            assertThat(again.cost().promptTokens()).isEqualTo(length);
            assertThat(again.cost().seamTokens()).isEqualTo(length);
            assertThat(again.cost().ownTokens()).isZero();
        }
    }

    /** The tiny model's vocabulary and output with two selective state-space layers between. */
    private static GgufWriter mamba() {
        GgufWriter writer = TinyGguf.DEFAULT.writer();
        writer.put("general.architecture", MetadataValue.text("mamba"))
                .put("mamba.block_count", MetadataValue.u32(2))
                .put("mamba.context_length", MetadataValue.u32(4096))
                .put("mamba.embedding_length", MetadataValue.u32(WIDTH))
                .put("mamba.feed_forward_length", MetadataValue.u32(0))
                .put("mamba.attention.head_count", MetadataValue.u32(0))
                .put("mamba.attention.layer_norm_rms_epsilon", MetadataValue.f32(1e-6f))
                .put("mamba.ssm.conv_kernel", MetadataValue.u32(KERNEL))
                .put("mamba.ssm.inner_size", MetadataValue.u32(INNER))
                .put("mamba.ssm.state_size", MetadataValue.u32(STATE))
                .put("mamba.ssm.time_step_rank", MetadataValue.u32(RANK));
        Random random = new Random(7);
        for (int layer = 0; layer < 2; layer++) {
            String block = "blk." + layer + ".";
            for (String name :
                    new String[] {
                        "attn_q.weight", "attn_k.weight", "attn_v.weight", "attn_q.bias",
                        "attn_k.bias", "attn_v.bias", "attn_output.weight", "ffn_norm.weight",
                        "ffn_gate.weight", "ffn_up.weight", "ffn_down.weight"
                    }) {
                writer.removeTensor(block + name);
            }
            put(writer, block + "ssm_in.weight", random, 0.125, WIDTH, 2 * INNER);
            put(writer, block + "ssm_conv1d.weight", random, 0.5, KERNEL, INNER);
            put(writer, block + "ssm_conv1d.bias", random, 0.1, INNER);
            put(writer, block + "ssm_x.weight", random, 0.1, INNER, RANK + 2 * STATE);
            put(writer, block + "ssm_dt.weight", random, 0.5, RANK, INNER);
            put(writer, block + "ssm_dt.bias", random, 0.1, INNER);
            put(writer, block + "ssm_a", random, -0.5, STATE, INNER);
            put(writer, block + "ssm_d", random, 0.5, INNER);
            put(writer, block + "ssm_out.weight", random, 0.1, INNER, WIDTH);
        }
        return writer;
    }

    /** Random values; all below zero if the scale is. */
    private static void put(
            GgufWriter writer, String name, Random random, double scale, int... shape) {
        int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        ByteBuffer bytes = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            double value = random.nextGaussian();
            bytes.putFloat((float) (scale < 0 ? scale * (1 + Math.abs(value)) : scale * value));
        }
        long[] dimensions = Arrays.stream(shape).asLongStream().toArray();
        writer.tensor(name, F32, bytes.array(), dimensions);
    }
}
