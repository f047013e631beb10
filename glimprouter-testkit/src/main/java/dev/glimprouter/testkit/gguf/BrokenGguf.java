package dev.glimprouter.testkit.gguf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Files with something wrong with them: bits, counts, lengths, types, ids, shapes, offsets, or
 * their end. Some come out harmless, as in life. Not thread-safe.
 */
public final class BrokenGguf {

    private static final int[] NUMBERS = {
        0,
        1,
        2,
        3,
        5,
        7,
        17,
        63,
        65,
        373,
        513,
        4096,
        65_536,
        1 << 24,
        1 << 30,
        Integer.MIN_VALUE,
        -1
    };
    private static final long[] COUNTS = {
        0, 1, 255, 1 << 20, 1L << 31, 0xffffffffL, 1L << 40, 1L << 62, Long.MIN_VALUE, -1
    };
    private static final int[] TENSOR_TYPES = {
        0, 1, 2, 4, 8, 9, 14, 15, 24, 26, 27, 28, 30, 42, 43, -1
    };
    private static final List<String> OPTIONAL_KEYS =
            List.of(
                    "expert_count",
                    "expert_used_count",
                    "expert_group_count",
                    "nextn_predict_layers",
                    "attention.key_length",
                    "attention.value_length",
                    "attention.sliding_window",
                    "rope.dimension_count",
                    "rope.scaling.type",
                    "vocab_size");

    private final TinyGguf model;
    private final GgufWriter sound;
    private GgufWriter writer;
    private Random random = new Random();

    /** Breaks copies of this model. */
    public BrokenGguf(TinyGguf model) {
        this.model = model;
        this.sound = model.writer();
        this.writer = sound;
    }

    /** The bytes of a file with one to three faults; the same seed gives the same file. */
    public byte[] bytes(long seed) {
        random = new Random(seed);
        writer = sound.copy();
        int faults = 1 + random.nextInt(3);
        boolean inBytes = random.nextBoolean();
        if (inBytes) {
            byte[] bytes = writer.bytes();
            for (int i = 0; i < faults; i++) {
                bytes = breakBytes(bytes);
            }
            return bytes;
        }
        for (int i = 0; i < faults; i++) {
            breakMeaning();
        }
        return writer.bytes();
    }

    private byte[] breakBytes(byte[] bytes) {
        int header = Math.min(writer.headerBytes(), bytes.length);
        int kind = random.nextInt(8);
        if (kind == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        }
        if (header < Long.BYTES) {
            return bytes;
        }
        int place = random.nextInt(random.nextBoolean() ? Math.min(header, 1024) : header);
        if (kind < 4) {
            bytes[place] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        } else if (kind < 6) {
            bytes[place] = (byte) random.nextInt();
        } else {
            int room = Math.min(place, header - Long.BYTES);
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(room, COUNTS[random.nextInt(COUNTS.length)]);
        }
        return bytes;
    }

    private void breakMeaning() {
        switch (random.nextInt(7)) {
            case 0 -> writer.remove(any(writer.keys()));
            case 1 -> writer.put(any(writer.keys()), anyValue());
            case 2 -> writer.put(any(writer.keys()), number());
            case 3 -> writer.put(model.architecture() + "." + any(OPTIONAL_KEYS), anyValue());
            case 4 -> breakTokens();
            case 5 -> writer.claimOffset(any(writer.tensorNames()), random.nextInt(1 << 20));
            default -> breakTensor();
        }
    }

    private void breakTokens() {
        List<String> tokens = new ArrayList<>(model.vocabulary().tokens());
        int place = random.nextInt(tokens.size());
        switch (random.nextInt(5)) {
            case 0 -> tokens.set(place, any(tokens));
            case 1 -> tokens.set(place, "");
            case 2 -> tokens.set(place, "x\u0000y");
            case 3 -> tokens.remove(place);
            default -> tokens.add("surplus");
        }
        writer.put("tokenizer.ggml.tokens", MetadataValue.texts(tokens));
    }

    private void breakTensor() {
        String name = any(writer.tensorNames());
        if (random.nextInt(4) == 0) {
            writer.removeTensor(name);
            return;
        }
        int type = TENSOR_TYPES[random.nextInt(TENSOR_TYPES.length)];
        long[] shape = new long[1 + random.nextInt(5)];
        Arrays.setAll(shape, _ -> random.nextInt(4) == 0 ? anyCount() : 64);
        writer.tensor(name, type, new byte[4 * 64 * 64], shape);
    }

    private MetadataValue anyValue() {
        return switch (random.nextInt(7)) {
            case 0 -> MetadataValue.text(random.nextBoolean() ? "" : "linear?");
            case 1 -> MetadataValue.f32(random.nextBoolean() ? Float.NaN : -1f);
            case 2 -> MetadataValue.flag(random.nextBoolean());
            case 3 -> MetadataValue.ints(List.of(4, 4));
            case 4 -> MetadataValue.u16(random.nextInt());
            default -> number();
        };
    }

    private MetadataValue number() {
        return MetadataValue.u32(NUMBERS[random.nextInt(NUMBERS.length)]);
    }

    private long anyCount() {
        return COUNTS[random.nextInt(COUNTS.length)];
    }

    private String any(List<String> list) {
        return list.isEmpty() ? "nothing" : list.get(random.nextInt(list.size()));
    }
}
