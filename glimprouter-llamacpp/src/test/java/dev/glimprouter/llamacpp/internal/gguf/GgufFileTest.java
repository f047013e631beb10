package dev.glimprouter.llamacpp.internal.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.testkit.gguf.GgufWriter;
import dev.glimprouter.testkit.gguf.MetadataValue;
import dev.glimprouter.testkit.gguf.ThinkTags;
import dev.glimprouter.testkit.gguf.TinyGguf;
import dev.glimprouter.testkit.gguf.TokenizerKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

class GgufFileTest {

    private static final TinyGguf TINY = TinyGguf.DEFAULT;

    @TempDir Path directory;

    @Test
    void saysWhatTheModelIs() throws IOException {
        GgufFile file = GgufFile.read(TINY.write(path()));

        assertThat(file.architecture()).isEqualTo("qwen2");
        assertThat(file.name()).isEqualTo("Tiny qwen2 1");
        assertThat(file.storage()).isEqualTo("F32");
        assertThat(file.chatTemplate()).contains(TinyGguf.CHATML);
        assertThat(file.bytes()).isEqualTo(Files.size(path()));
        assertThat(file.tensorBytes()).isBetween(file.bytes() / 2, file.bytes());
    }

    @Test
    void saysWhatItsCacheWillTake() throws IOException {
        ModelShape shape = GgufFile.read(TINY.write(path())).shape();

        assertThat(shape)
                .isEqualTo(
                        new ModelShape(
                                2, 4096, 64, List.of(2, 2), 16, 16, OptionalInt.empty(), false));
        assertThat(shape.cacheBytesPerToken(2)).isEqualTo(2 * 2 * (16 + 16) * 2);
    }

    @Test
    void saysWhatItsTokensAre() throws IOException {
        Vocabulary vocabulary = GgufFile.read(TINY.write(path())).vocabulary();

        assertThat(vocabulary.model()).isEqualTo("gpt2");
        assertThat(vocabulary.preTokenizer()).isEqualTo("qwen2");
        assertThat(vocabulary.size()).isEqualTo(TINY.vocabularySize());
        assertThat(vocabulary.begin()).hasValue(TINY.vocabularySize() - 3);
        assertThat(vocabulary.end()).hasValue(TINY.vocabularySize() - 1);
        assertThat(vocabulary.endOfTurn()).isEmpty();
        assertThat(vocabulary.addsBegin()).isFalse();
    }

    @Test
    void readsHeadCountsByLayerAndASlidingWindow() throws IOException {
        GgufFile file =
                read(
                        writer -> {
                            put(writer, "attention.head_count", MetadataValue.ints(List.of(4, 8)));
                            put(
                                    writer,
                                    "attention.head_count_kv",
                                    MetadataValue.ints(List.of(2, 1)));
                            put(writer, "attention.sliding_window", MetadataValue.u32(512));
                        });

        assertThat(file.shape().headsKv()).containsExactly(2, 1);
        assertThat(file.shape().slidingWindow()).hasValue(512);
    }

    static Stream<TinyGguf> soundModels() {
        return Stream.of(
                TINY,
                TINY.withArchitecture("llama"),
                TINY.withArchitecture("llama").withTokenizer(TokenizerKind.SENTENCE_PIECES),
                TINY.withHalfPrecision(true),
                TINY.withTags(ThinkTags.CONTROL),
                TINY.withTags(ThinkTags.USER_DEFINED).withPreTokenizer("default"),
                TINY.withChatTemplate(""));
    }

    @ParameterizedTest
    @MethodSource("soundModels")
    void acceptsEverySoundModel(TinyGguf model) throws IOException {
        assertThat(GgufFile.read(model.write(path())).architecture())
                .isEqualTo(model.architecture());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("it has no general.architecture", w -> w.remove("general.architecture")),
                fault("it has no qwen2.block_count", w -> w.remove("qwen2.block_count")),
                fault("it has no qwen2.context_length", w -> w.remove("qwen2.context_length")),
                fault("it has no tokenizer.ggml.model", w -> w.remove("tokenizer.ggml.model")),
                fault("it has no tokenizer.ggml.tokens", w -> w.remove("tokenizer.ggml.tokens")),
                fault("it has no tokenizer.ggml.merges", w -> w.remove("tokenizer.ggml.merges")),
                number("block_count", 0, "qwen2.block_count is 0, expected 1 to 512"),
                number("block_count", 513, "qwen2.block_count is 513, expected 1 to 512"),
                number("context_length", 0, "qwen2.context_length is 0, expected"),
                number("embedding_length", 0, "qwen2.embedding_length is 0, expected"),
                number("attention.head_count", 0, "qwen2.attention.head_count is 0 or missing"),
                number("attention.head_count_kv", 3, "qwen2.attention.head_count_kv is 3 of 4"),
                number("attention.value_length", 8, "differ in width: 16, 8, 16"),
                number("rope.dimension_count", 18, "expected 0 to 16"),
                number("rope.dimension_count", 15, "qwen2.rope.dimension_count is '15'"),
                number("nextn_predict_layers", 3, "is 3, expected 0 to 2"),
                number("expert_count", 2000, "qwen2.expert_count is 2000, expected 0 to 1024"),
                number("expert_count", 8, "qwen2.expert_used_count is 0 of 8"),
                number("expert_used_count", 2, "qwen2.expert_used_count is 2 of 0"),
                number("expert_group_count", 2, "qwen2.expert_group_count is 2, expected 0 to 0"),
                own("rope.scaling.type", MetadataValue.text("odd"), "scaling.type is 'odd'"),
                own("attention.causal", MetadataValue.flag(false), "it is an embedding model"),
                own(
                        "attention.layer_norm_rms_epsilon",
                        MetadataValue.f32(-1e-6f),
                        "qwen2.attention.layer_norm_rms_epsilon is -"),
                own(
                        "attention.layer_norm_rms_epsilon",
                        MetadataValue.f32(Float.NaN),
                        "qwen2.attention.layer_norm_rms_epsilon is NaN"),
                own(
                        "attention.head_count",
                        MetadataValue.ints(List.of(4)),
                        "has 1 numbers for 2 layers"),
                own(
                        "block_count",
                        MetadataValue.text("two"),
                        "qwen2.block_count should be a uint32 but is of type string"),
                token("model", MetadataValue.text("bert"), "its tokenizer 'bert' is not supported"),
                token("model", MetadataValue.text("none"), "its tokenizer 'none' is not supported"),
                token("model", MetadataValue.text("llama"), "lacks tokens for single bytes"),
                token("bos_token_id", MetadataValue.u32(374), "bos_token_id is 374, expected 0 to"),
                token("eos_token_id", MetadataValue.u32(-1), "eos_token_id is 4294967295"),
                token("token_type", MetadataValue.ints(List.of(1)), "has 1 entries for 374 tokens"),
                token("scores", MetadataValue.floats(List.of(1f)), "has 1 entries for 374 tokens"),
                token("tokens", MetadataValue.texts(List.of("a", "b")), "entries for 2 tokens"),
                token("tokens", MetadataValue.ints(List.of(1)), "should be an array of string"),
                any(
                        "general.architecture",
                        MetadataValue.text("a\nb"),
                        "its architecture is 'a?b'"),
                any("general.type", MetadataValue.text("adapter"), "but of type 'adapter'"),
                any("general.alignment", MetadataValue.u32(8), "general.alignment is 8, expected"),
                any("general.alignment", MetadataValue.u32(48), "48, expected a power of two"),
                any("split.count", MetadataValue.u16(3), "it is one of 3 parts; join them"),
                fault("no tensor token_embd.weight", w -> w.removeTensor("token_embd.weight")),
                fault(
                        "token_embd.weight has the shape [64, 2], expected [64, 374]",
                        w -> w.tensor("token_embd.weight", 0, new byte[512], 64, 2)),
                fault(
                        "the data of tensor 'output.weight' is not in its place",
                        w -> w.claimOffset("output.weight", 0)),
                tensor("the tensor 'x' has the unknown type 4", 4, 64),
                tensor("the tensor 'x' has the unknown type 24", 24, 64),
                tensor("the tensor 'x' has the unknown type -1", -1, 64),
                tensor("the tensor 'x' has the wrong type F16", 1, 64),
                tensor("the tensor 'x' has the wrong type I32", 26, 8, 8),
                tensor("the rows of tensor 'x' do not fill blocks of Q4_0", 2, 16, 4),
                tensor("the tensor 'x' has 5 dimensions", 0, 1, 1, 1, 1, 1),
                tensor("the tensor 'x' has an impossible shape", 0, 8, 0),
                tensor("the tensor 'x' has an impossible shape", 0, 8, -1),
                tensor("the tensor 'x' has an impossible shape", 0, 1L << 32, 1L << 32),
                tensor("it is cut off: tensors lie beyond its end", 0, 1L << 40));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void refusesWhatIsWrongInOneLine(String expected, Consumer<GgufWriter> fault) {
        assertThatThrownBy(() -> read(fault))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("The model file " + path() + " cannot be used: ")
                .hasMessageContaining(expected)
                .message()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bert", "modern-bert", "nomic-bert", "t5", "t5encoder", "clip", "llada"})
    void refusesArchitecturesThatWriteNoText(String architecture) {
        assertThatThrownBy(
                        () ->
                                read(
                                        writer ->
                                                writer.put(
                                                        "general.architecture",
                                                        MetadataValue.text(architecture))))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("models of architecture '" + architecture + "'");
    }

    @Test
    void refusesTwoEqualTokens() {
        List<String> tokens = Stream.generate(() -> "same").limit(374).toList();

        assertThatThrownBy(
                        () ->
                                read(
                                        w ->
                                                w.put(
                                                        "tokenizer.ggml.tokens",
                                                        MetadataValue.texts(tokens))))
                .hasMessageContaining("two of its tokens are equal");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 8, 23, 24, 100, 6_000})
    void refusesAFileThatEndsEarly(int bytes) throws IOException {
        Files.write(path(), Arrays.copyOf(TINY.writer().bytes(), bytes));

        assertThatThrownBy(() -> GgufFile.read(path()))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("it ends in the middle of its metadata");
    }

    @Test
    void refusesAFileThatLacksItsLastBytes() throws IOException {
        byte[] whole = TINY.writer().bytes();
        Files.write(path(), Arrays.copyOf(whole, whole.length - 1));

        assertThatThrownBy(() -> GgufFile.read(path()))
                .hasMessageContaining("it is cut off: tensors lie beyond its end");
    }

    @Test
    void refusesWhatIsNoModelAtAll() throws IOException {
        Files.writeString(path(), "<!doctype html><title>Not found</title>");

        assertThatThrownBy(() -> GgufFile.read(path()))
                .hasMessageContaining(
                        "cannot be used: it does not begin as a GGUF file; pull it again or take another file.");
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 1, 4, 100})
    void refusesOtherVersions(byte version) throws IOException {
        byte[] bytes = TINY.writer().bytes();
        bytes[4] = version;
        Files.write(path(), bytes);

        assertThatThrownBy(() -> GgufFile.read(path()))
                .hasMessageContaining("it is of GGUF version " + version);
    }

    @Test
    void readsVersionTwo() throws IOException {
        byte[] bytes = TINY.writer().bytes();
        bytes[4] = 2;
        Files.write(path(), bytes);

        assertThat(GgufFile.read(path()).architecture()).isEqualTo("qwen2");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatThrownBy(() -> GgufFile.read(path()))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "There is no model file " + path() + "; give the path of a .gguf file.");
    }

    private GgufFile read(Consumer<GgufWriter> change) throws IOException {
        GgufWriter writer = TINY.writer();
        change.accept(writer);
        return GgufFile.read(Files.write(path(), writer.bytes()));
    }

    private Path path() {
        return directory.resolve("model.gguf");
    }

    private static void put(GgufWriter writer, String key, MetadataValue value) {
        writer.put("qwen2." + key, value);
    }

    private static Arguments fault(String expected, Consumer<GgufWriter> fault) {
        return Arguments.of(expected, fault);
    }

    private static Arguments any(String key, MetadataValue value, String expected) {
        return fault(expected, writer -> writer.put(key, value));
    }

    private static Arguments own(String key, MetadataValue value, String expected) {
        return any("qwen2." + key, value, expected);
    }

    private static Arguments number(String key, int value, String expected) {
        return own(key, MetadataValue.u32(value), expected);
    }

    private static Arguments token(String key, MetadataValue value, String expected) {
        return any("tokenizer.ggml." + key, value, expected);
    }

    private static Arguments tensor(String expected, int type, long... shape) {
        return fault(expected, writer -> writer.tensor("x", type, new byte[256], shape));
    }
}
