package dev.glimprouter.testkit.gguf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A tiny random model that libllama loads and runs: 2 layers, 64 wide, 4 heads over 2 key and value
 * heads, about 400 tokens, well under 1 MB.
 *
 * @param architecture {@code llama} or {@code qwen2}
 * @param seed of the weights; the same seed gives the same bytes
 * @param halfPrecision whether the matrices are F16 instead of F32
 * @param context longest text it claims to be made for, in tokens
 * @param tokenizer how the vocabulary writes bytes and words
 * @param tags how the vocabulary holds the think tags
 * @param preTokenizer how text is cut before bytes are paired: {@code qwen2} or {@code default}
 * @param sharpness how far the logits spread; 0 makes every token equally likely
 * @param bias what to add to a token's logit, by the token's text, such as {@code "\n\n"}; a common
 *     token has a logit of about 0, give or take 3
 * @param chatTemplate a Jinja template; blank for none
 */
public record TinyGguf(
        String architecture,
        long seed,
        boolean halfPrecision,
        int context,
        TokenizerKind tokenizer,
        ThinkTags tags,
        String preTokenizer,
        double sharpness,
        Map<String, Double> bias,
        String chatTemplate) {

    /** ChatML, as Qwen's instruct models have it. */
    public static final String CHATML =
            "{% for message in messages %}"
                    + "{{ '<|im_start|>' + message['role'] + '\\n' + message['content']"
                    + " + '<|im_end|>\\n' }}"
                    + "{% endfor %}"
                    + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

    /** A qwen2 model of seed 1 with F32 weights and ordinary think tags. */
    public static final TinyGguf DEFAULT =
            new TinyGguf(
                    "qwen2",
                    1,
                    false,
                    4096,
                    TokenizerKind.BYTE_PAIRS,
                    ThinkTags.ORDINARY,
                    "qwen2",
                    1.0,
                    Map.of(),
                    CHATML);

    /** Checks the architecture. */
    public TinyGguf {
        if (!List.of("llama", "qwen2").contains(architecture)) {
            throw new IllegalArgumentException("architecture is llama or qwen2");
        }
        bias = Map.copyOf(bias);
    }

    /** The same as another architecture. */
    public TinyGguf withArchitecture(String name) {
        return new TinyGguf(
                name,
                seed,
                halfPrecision,
                context,
                tokenizer,
                tags,
                preTokenizer,
                sharpness,
                bias,
                chatTemplate);
    }

    /** The same with other weights. */
    public TinyGguf withSeed(long number) {
        return new TinyGguf(
                architecture,
                number,
                halfPrecision,
                context,
                tokenizer,
                tags,
                preTokenizer,
                sharpness,
                bias,
                chatTemplate);
    }

    /** The same with matrices in F16 or F32. */
    public TinyGguf withHalfPrecision(boolean half) {
        return new TinyGguf(
                architecture,
                seed,
                half,
                context,
                tokenizer,
                tags,
                preTokenizer,
                sharpness,
                bias,
                chatTemplate);
    }

    /** The same for another context, in tokens. */
    public TinyGguf withContext(int length) {
        return new TinyGguf(
                architecture,
                seed,
                halfPrecision,
                length,
                tokenizer,
                tags,
                preTokenizer,
                sharpness,
                bias,
                chatTemplate);
    }

    /** The same with another kind of vocabulary. */
    public TinyGguf withTokenizer(TokenizerKind kind) {
        return new TinyGguf(
                architecture,
                seed,
                halfPrecision,
                context,
                kind,
                tags,
                preTokenizer,
                sharpness,
                bias,
                chatTemplate);
    }

    /** The same with think tags held in another way. */
    public TinyGguf withTags(ThinkTags how) {
        return new TinyGguf(
                architecture,
                seed,
                halfPrecision,
                context,
                tokenizer,
                how,
                preTokenizer,
                sharpness,
                bias,
                chatTemplate);
    }

    /** The same with another pre-tokenizer. */
    public TinyGguf withPreTokenizer(String name) {
        return new TinyGguf(
                architecture,
                seed,
                halfPrecision,
                context,
                tokenizer,
                tags,
                name,
                sharpness,
                bias,
                chatTemplate);
    }

    /** The same with logits further apart (above 1) or closer together (below 1). */
    public TinyGguf withSharpness(double factor) {
        return new TinyGguf(
                architecture,
                seed,
                halfPrecision,
                context,
                tokenizer,
                tags,
                preTokenizer,
                factor,
                bias,
                chatTemplate);
    }

    /** The same with some tokens made likelier or rarer. */
    public TinyGguf withBias(Map<String, Double> byText) {
        return new TinyGguf(
                architecture,
                seed,
                halfPrecision,
                context,
                tokenizer,
                tags,
                preTokenizer,
                sharpness,
                byText,
                chatTemplate);
    }

    /** The same with another chat template; blank for none. */
    public TinyGguf withChatTemplate(String jinja) {
        return new TinyGguf(
                architecture,
                seed,
                halfPrecision,
                context,
                tokenizer,
                tags,
                preTokenizer,
                sharpness,
                bias,
                jinja);
    }

    /** The number of tokens in the vocabulary. */
    public int vocabularySize() {
        return vocabulary().size();
    }

    TinyVocabulary vocabulary() {
        return TinyVocabulary.of(tokenizer, tags);
    }

    /** Writes the file and returns its path. */
    public Path write(Path file) throws IOException {
        return Files.write(file, writer().bytes());
    }

    /** The file in the making, to be changed at will. */
    public GgufWriter writer() {
        TinyVocabulary vocabulary = vocabulary();
        var writer = new GgufWriter();
        putModel(writer);
        putTokenizer(writer, vocabulary);
        new TinyTensors(this, vocabulary).put(writer);
        return writer;
    }

    private void putModel(GgufWriter writer) {
        String a = architecture + ".";
        writer.put("general.architecture", MetadataValue.text(architecture))
                .put("general.name", MetadataValue.text("Tiny " + architecture + " " + seed))
                .put("general.file_type", MetadataValue.u32(halfPrecision ? 1 : 0))
                .put(a + "block_count", MetadataValue.u32(TinyTensors.LAYERS))
                .put(a + "context_length", MetadataValue.u32(context))
                .put(a + "embedding_length", MetadataValue.u32(TinyTensors.WIDTH))
                .put(a + "feed_forward_length", MetadataValue.u32(TinyTensors.INNER))
                .put(a + "attention.head_count", MetadataValue.u32(TinyTensors.HEADS))
                .put(a + "attention.head_count_kv", MetadataValue.u32(TinyTensors.KEY_HEADS))
                .put(a + "attention.layer_norm_rms_epsilon", MetadataValue.f32(1e-6f))
                .put(a + "rope.freq_base", MetadataValue.f32(10_000f));
    }

    private void putTokenizer(GgufWriter writer, TinyVocabulary vocabulary) {
        String t = "tokenizer.ggml.";
        int endOfText = vocabulary.id(TinyVocabulary.END_OF_TEXT);
        boolean pieces = tokenizer == TokenizerKind.SENTENCE_PIECES;
        writer.put(t + "model", MetadataValue.text(pieces ? "llama" : "gpt2"))
                .put(t + "pre", MetadataValue.text(pieces ? "default" : preTokenizer))
                .put(t + "tokens", MetadataValue.texts(vocabulary.tokens()))
                .put(t + "token_type", MetadataValue.ints(vocabulary.types()));
        if (pieces) {
            writer.put(t + "scores", MetadataValue.floats(vocabulary.scores()))
                    .put(t + "unknown_token_id", MetadataValue.u32(vocabulary.id("<unk>")));
        } else {
            writer.put(t + "merges", MetadataValue.texts(vocabulary.merges()));
        }
        int begin = pieces ? vocabulary.id("<s>") : endOfText;
        writer.put(t + "bos_token_id", MetadataValue.u32(begin))
                .put(t + "eos_token_id", MetadataValue.u32(vocabulary.id(TinyVocabulary.IM_END)))
                .put(t + "padding_token_id", MetadataValue.u32(endOfText))
                .put(t + "add_bos_token", MetadataValue.flag(pieces));
        if (!chatTemplate.isBlank()) {
            writer.put("tokenizer.chat_template", MetadataValue.text(chatTemplate));
        }
    }
}
