package dev.glimprouter.testkit.gguf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes in the making, in the format's byte order. */
final class LittleEndian {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    LittleEndian raw(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    LittleEndian i16(int value) {
        return number(value, Short.BYTES);
    }

    LittleEndian i32(int value) {
        return number(value, Integer.BYTES);
    }

    LittleEndian i64(long value) {
        return number(value, Long.BYTES);
    }

    LittleEndian f32(float value) {
        return i32(Float.floatToRawIntBits(value));
    }

    /** A text as the format has it: its length in bytes, then UTF-8. */
    LittleEndian text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return i64(utf8.length).raw(utf8);
    }

    /** Zeros up to the next multiple. */
    LittleEndian pad(int multiple) {
        return raw(new byte[Math.ceilDiv(out.size(), multiple) * multiple - out.size()]);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private LittleEndian number(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> (Byte.SIZE * i)));
        }
        return this;
    }
}
