package dev.glimprouter.llamacpp.internal.gguf;

import java.util.Set;
import java.util.regex.Pattern;

/** What is known about architectures by name. */
final class Architectures {

    /** Encoders, diffusion models, draft heads and parts of other models: none writes text. */
    private static final Set<String> WRITE_NO_TEXT =
            Set.of(
                    "bert",
                    "modern-bert",
                    "nomic-bert",
                    "nomic-bert-moe",
                    "neo-bert",
                    "jina-bert-v2",
                    "jina-bert-v3",
                    "eurobert",
                    "gemma-embedding",
                    "gemma4-assistant",
                    "llama-embed",
                    "t5",
                    "t5encoder",
                    "clip",
                    "clef",
                    "wavtokenizer-dec",
                    "pockettts",
                    "dream",
                    "llada",
                    "llada-moe",
                    "rnd1",
                    "eagle3",
                    "dflash");

    /** libllama asserts that keys, values and rotated positions are equally wide in these. */
    private static final Set<String> EQUAL_WIDTHS =
            Set.of(
                    "llama",
                    "llama4",
                    "mistral3",
                    "qwen2",
                    "qwen2moe",
                    "qwen2vl",
                    "qwen3",
                    "qwen3moe",
                    "qwen3vl",
                    "granite",
                    "internlm2",
                    "olmo",
                    "olmo2",
                    "olmoe",
                    "smollm3",
                    "starcoder2",
                    "exaone",
                    "exaone4",
                    "ernie4_5",
                    "seed_oss",
                    "deepseek",
                    "arcee",
                    "apertus",
                    "xverse",
                    "orion");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Architectures() {}

    /** Fails where the name cannot be one; afterwards it may stand in messages. */
    static void checkName(String architecture) {
        if (!NAME.matcher(architecture).matches()) {
            throw new Broken("its architecture is " + Broken.quote(architecture));
        }
    }

    static boolean writesNoText(String architecture) {
        return WRITE_NO_TEXT.contains(architecture);
    }

    static boolean hasEqualWidths(String architecture) {
        return EQUAL_WIDTHS.contains(architecture);
    }
}
