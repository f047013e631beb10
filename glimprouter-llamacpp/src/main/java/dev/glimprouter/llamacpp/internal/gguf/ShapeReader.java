package dev.glimprouter.llamacpp.internal.gguf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a model's sizes and refuses those that libllama asserts on. */
final class ShapeReader {

    private static final int MOST_LAYERS = 512;
    private static final int MOST_EXPERTS = 1024;
    private static final int MOST_HEADS = 1 << 16;
    private static final int MOST_WIDTH = 1 << 20;
    private static final Set<String> ROPE_SCALINGS = Set.of("none", "linear", "yarn", "longrope");

    private final Metadata metadata;
    private final Input input;
    private final String architecture;

    ShapeReader(Metadata metadata, Input input, String architecture) {
        this.metadata = metadata;
        this.input = input;
        this.architecture = architecture;
    }

    ModelShape read() throws IOException {
        int layers = metadata.require(key("block_count"), 1, MOST_LAYERS);
        int width = metadata.require(key("embedding_length"), 1, MOST_WIDTH);
        checkExtras(layers);
        checkExperts(layers);
        boolean recurrent = isRecurrent();
        List<Integer> none = Collections.nCopies(layers, 0);
        List<Integer> heads = perLayer("attention.head_count", layers).orElse(none);
        List<Integer> headsKv = perLayer("attention.head_count_kv", layers).orElse(heads);
        checkHeads(heads, headsKv, recurrent);
        int headWidth = heads.getFirst() == 0 ? 0 : width / heads.getFirst();
        int keyLength = length("attention.key_length", headWidth);
        int valueLength = length("attention.value_length", headWidth);
        if (heads.getFirst() > 0) {
            checkWidths(keyLength, valueLength);
        }
        return new ModelShape(
                layers,
                metadata.require(key("context_length"), 1, Integer.MAX_VALUE),
                width,
                headsKv,
                keyLength,
                valueLength,
                slidingWindow(),
                recurrent);
    }

    private String key(String name) {
        return architecture + "." + name;
    }

    private boolean isRecurrent() {
        return metadata.hasKeyUnder(key("ssm."))
                || metadata.hasKeyUnder(key("wkv."))
                || metadata.hasKeyUnder(key("shortconv."))
                || metadata.hasKeyUnder(key("kda."));
    }

    private void checkExtras(int layers) {
        metadata.optional(key("nextn_predict_layers"), 0, layers);
        metadata.checkReal(key("attention.layer_norm_rms_epsilon"));
        metadata.checkReal(key("attention.layer_norm_epsilon"));
        metadata.checkReal(key("rope.freq_base"));
        metadata.text(key("rope.scaling.type"))
                .filter(type -> !ROPE_SCALINGS.contains(type))
                .ifPresent(type -> reject("rope.scaling.type", type));
        if (!metadata.flag(key("attention.causal")).orElse(true)) {
            throw new Broken("it is an embedding model and writes no text");
        }
    }

    private void checkExperts(int layers) throws IOException {
        int experts = metadata.optional(key("expert_count"), 0, MOST_EXPERTS).orElse(0);
        List<Integer> none = Collections.nCopies(layers, 0);
        int used = Collections.max(perLayer("expert_used_count", layers).orElse(none));
        if (used > experts || (used == 0 && experts > 0)) {
            throw new Broken(key("expert_used_count") + " is " + used + " of " + experts);
        }
        int most = Math.max(0, experts - 1);
        int groups = metadata.optional(key("expert_group_count"), 0, most).orElse(0);
        if (groups > 1) {
            metadata.require(key("expert_group_used_count"), 1, groups - 1);
            if (experts % groups != 0) {
                reject("expert_group_count", String.valueOf(groups));
            }
        }
    }

    private void checkHeads(List<Integer> heads, List<Integer> headsKv, boolean recurrent) {
        if (heads.getFirst() == 0 && !recurrent) {
            throw new Broken(key("attention.head_count") + " is 0 or missing");
        }
        for (int layer = 0; layer < heads.size(); layer++) {
            int own = heads.get(layer);
            int kv = headsKv.get(layer);
            if (own > 0 && kv > 0 && own % kv != 0) {
                throw new Broken(key("attention.head_count_kv") + " is " + kv + " of " + own);
            }
        }
    }

    private void checkWidths(int keyLength, int valueLength) {
        String rope = key("rope.dimension_count");
        int rotated = metadata.optional(rope, 0, keyLength).orElse(keyLength);
        if (rotated % 2 != 0) {
            reject("rope.dimension_count", String.valueOf(rotated));
        }
        if (Architectures.hasEqualWidths(architecture)
                && (valueLength != keyLength || rotated != keyLength)) {
            throw new Broken(
                    "keys, values and positions differ in width: "
                            + keyLength
                            + ", "
                            + valueLength
                            + ", "
                            + rotated);
        }
    }

    private int length(String name, int otherwise) {
        return metadata.optional(key(name), 1, MOST_WIDTH).orElse(otherwise);
    }

    private OptionalInt slidingWindow() {
        OptionalInt window =
                metadata.optional(key("attention.sliding_window"), 0, Integer.MAX_VALUE);
        return window.orElse(0) == 0 ? OptionalInt.empty() : window;
    }

    /** One number for all layers, or an array with one for each. */
    private Optional<List<Integer>> perLayer(String name, int layers) throws IOException {
        String key = key(name);
        return switch (metadata.get(key)) {
            case null -> Optional.empty();
            case Value.Sequence _ -> Optional.of(array(key, layers));
            case Value _ ->
                    Optional.of(Collections.nCopies(layers, metadata.require(key, 0, MOST_HEADS)));
        };
    }

    private List<Integer> array(String key, int layers) throws IOException {
        Value.Sequence sequence = metadata.requireSequence(key, ValueType.INT32, ValueType.UINT32);
        if (sequence.count() != layers) {
            throw new Broken(
                    key + " has " + sequence.count() + " numbers for " + layers + " layers");
        }
        input.seek(sequence.offset());
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            long number = input.u32();
            if (number > MOST_HEADS) {
                throw new Broken(key + " holds " + number);
            }
            numbers.add((int) number);
        }
        return numbers;
    }

    private void reject(String name, String found) {
        throw new Broken(key(name) + " is " + Broken.quote(found));
    }
}
