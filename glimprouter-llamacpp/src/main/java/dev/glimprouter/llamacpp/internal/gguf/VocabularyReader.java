package dev.glimprouter.llamacpp.internal.gguf;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the tokenizer's metadata and refuses what libllama asserts on, now or at a later call. */
final class VocabularyReader {

    private static final String PREFIX = "tokenizer.ggml.";
    private static final int MOST_TOKENS = 1 << 22;

    /** The tokenizers of models that write text; the others have no vocabulary or no way back. */
    private static final Set<String> MODELS = Set.of("gpt2", "llama", "gemma4", "rwkv", "plamo2");

    private static final List<String> OTHER_IDS =
            List.of(
                    "eom_token_id",
                    "seperator_token_id",
                    "mask_token_id",
                    "fim_pre_token_id",
                    "fim_suf_token_id",
                    "fim_mid_token_id",
                    "fim_pad_token_id",
                    "fim_rep_token_id",
                    "fim_sep_token_id",
                    "prefix_token_id",
                    "suffix_token_id",
                    "middle_token_id");

    private final Metadata metadata;
    private final Input input;

    VocabularyReader(Metadata metadata, Input input) {
        this.metadata = metadata;
        this.input = input;
    }

    Vocabulary read() throws IOException {
        String model = metadata.requireText(PREFIX + "model");
        if (!MODELS.contains(model)) {
            throw new Broken("its tokenizer " + Broken.quote(model) + " is not supported");
        }
        Value.Sequence tokens = metadata.requireSequence(PREFIX + "tokens", ValueType.STRING);
        int size = tokens.count();
        if (size < 1 || size > MOST_TOKENS) {
            throw new Broken("it has " + size + " tokens, expected 1 to " + MOST_TOKENS);
        }
        checkLists(model, size);
        new TokenScan(input, tokens).check(model);
        OTHER_IDS.forEach(name -> id(name, size));
        OptionalInt begin = id("bos_token_id", size);
        OptionalInt end = id("eos_token_id", size);
        boolean addsBegin = flag("add_bos_token", begin, model, size);
        flag("add_eos_token", end, model, size);
        return new Vocabulary(
                model,
                metadata.text(PREFIX + "pre").orElse(""),
                size,
                begin,
                end,
                id("eot_token_id", size),
                id("padding_token_id", size),
                id("unknown_token_id", size),
                addsBegin);
    }

    private void checkLists(String model, int size) {
        metadata.sequence(PREFIX + "scores", ValueType.FLOAT32, ValueType.INT32)
                .ifPresent(scores -> checkLength("scores", scores.count(), size));
        metadata.sequence(PREFIX + "token_type", ValueType.INT32)
                .ifPresent(types -> checkLength("token_type", types.count(), size));
        boolean noMerges = metadata.sequence(PREFIX + "merges", ValueType.STRING).isEmpty();
        boolean needsMerges = model.equals("gpt2") || model.equals("gemma4");
        if (noMerges
                && needsMerges
                && !metadata.text(PREFIX + "pre").orElse("").equals("kimi-k2")) {
            throw Metadata.missing(PREFIX + "merges");
        }
    }

    private static void checkLength(String name, int count, int size) {
        if (count != size) {
            throw new Broken(PREFIX + name + " has " + count + " entries for " + size + " tokens");
        }
    }

    private OptionalInt id(String name, int size) {
        return metadata.optional(PREFIX + name, 0, size - 1);
    }

    /** A wish for a token in front or at the end, which libllama asserts to exist. */
    private boolean flag(String name, OptionalInt id, String model, int size) {
        boolean wanted = metadata.flag(PREFIX + name).orElse(model.equals("llama"));
        int byDefault = model.equals("gpt2") ? 11 : 2;
        if (wanted && id.isEmpty() && byDefault >= size) {
            throw new Broken(PREFIX + name + " names no token");
        }
        return wanted;
    }
}
