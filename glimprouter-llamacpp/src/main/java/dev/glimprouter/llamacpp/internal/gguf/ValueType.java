package dev.glimprouter.llamacpp.internal.gguf;

import java.util.Locale;

/** Types of metadata values, in the order of their numbers in the format. */
enum ValueType {
    UINT8(1),
    INT8(1),
    UINT16(2),
    INT16(2),
    UINT32(4),
    INT32(4),
    FLOAT32(4),
    BOOL(1),
    STRING(0),
    ARRAY(0),
    UINT64(8),
    INT64(8),
    FLOAT64(8);

    private static final ValueType[] BY_NUMBER = values();

    private final int bytes;

    ValueType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one value; 0 where they vary. */
    int bytes() {
        return bytes;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ValueType of(int number, String key) {
        if (number < 0 || number >= BY_NUMBER.length) {
            throw new Broken(key + " has the unknown type " + number);
        }
        return BY_NUMBER[number];
    }
}
