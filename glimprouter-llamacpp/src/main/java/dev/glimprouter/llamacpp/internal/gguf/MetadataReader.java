package dev.glimprouter.llamacpp.internal.gguf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads the key and value pairs. The limits are far above any real model's. */
final class MetadataReader {

    private static final int MOST_KEYS = 16_384;
    private static final int LONGEST_KEY = 65_535;
    private static final int LONGEST_TEXT = 1 << 22;
    private static final int MOST_TEXT = 1 << 24;
    private static final int MOST_ELEMENTS = 1 << 24;

    private final Input input;
    private int textBytes;

    MetadataReader(Input input) {
        this.input = input;
    }

    Metadata read(long keys) throws IOException {
        if (keys < 0 || keys > MOST_KEYS) {
            throw new Broken(
                    "it claims "
                            + Long.toUnsignedString(keys)
                            + " metadata keys, at most "
                            + MOST_KEYS);
        }
        Map<String, Value> values = new HashMap<>();
        for (long i = 0; i < keys; i++) {
            String key = text(LONGEST_KEY, "a metadata key");
            if (key.isEmpty()) {
                throw new Broken("a metadata key is empty");
            }
            if (values.put(key, value(Broken.quote(key))) != null) {
                throw new Broken("the metadata key " + Broken.quote(key) + " occurs twice");
            }
        }
        return new Metadata(values);
    }

    private Value value(String key) throws IOException {
        ValueType type = ValueType.of(input.i32(), key);
        return switch (type) {
            case UINT8 -> new Value.Whole(type, input.u8());
            case INT8 -> new Value.Whole(type, (byte) input.u8());
            case UINT16 -> new Value.Whole(type, input.u16());
            case INT16 -> new Value.Whole(type, (short) input.u16());
            case UINT32 -> new Value.Whole(type, input.u32());
            case INT32 -> new Value.Whole(type, input.i32());
            case UINT64, INT64 -> new Value.Whole(type, input.i64());
            case FLOAT32 -> new Value.Real(type, input.f32());
            case FLOAT64 -> new Value.Real(type, input.f64());
            case BOOL -> new Value.Flag(input.u8() != 0);
            case STRING -> new Value.Text(text(LONGEST_TEXT, key));
            case ARRAY -> sequence(key);
        };
    }

    private Value.Sequence sequence(String key) throws IOException {
        ValueType element = ValueType.of(input.i32(), key);
        long count = input.i64();
        if (element == ValueType.ARRAY) {
            throw new Broken(key + " is an array of arrays");
        }
        if (count < 0 || count > MOST_ELEMENTS) {
            throw new Broken(
                    key
                            + " claims "
                            + Long.toUnsignedString(count)
                            + " elements, at most "
                            + MOST_ELEMENTS);
        }
        long offset = input.position();
        if (element == ValueType.STRING) {
            input.need(count * Long.BYTES);
            for (long i = 0; i < count; i++) {
                input.skip(input.textBytes(LONGEST_TEXT, "a text in " + key));
            }
        } else {
            input.skip(count * element.bytes());
        }
        return new Value.Sequence(element, (int) count, offset);
    }

    private String text(int most, String what) throws IOException {
        String text = input.text(Math.min(most, MOST_TEXT - textBytes), what);
        textBytes += text.length();
        return text;
    }
}
