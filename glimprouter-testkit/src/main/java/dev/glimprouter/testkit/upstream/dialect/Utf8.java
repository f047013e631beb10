package dev.glimprouter.testkit.upstream.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Turns bytes into text, and keeps the bytes of an unfinished character. */
final class Utf8 {

    private byte[] rest = {};

    /** The text that is complete with these bytes. */
    String feed(byte[] more) {
        byte[] all = Arrays.copyOf(rest, rest.length + more.length);
        System.arraycopy(more, 0, all, rest.length, more.length);
        int whole = wholeLength(all);
        rest = Arrays.copyOfRange(all, whole, all.length);
        return new String(all, 0, whole, UTF_8);
    }

    boolean isUnfinished() {
        return rest.length > 0;
    }

    /** Bytes before the last character, if that is unfinished, else all. */
    private static int wholeLength(byte[] bytes) {
        int at = bytes.length - 1;
        while (at >= 0 && bytes.length - at < 4 && (bytes[at] & 0xC0) == 0x80) {
            at--;
        }
        return at >= 0 && bytes.length - at < lengthFrom(bytes[at]) ? at : bytes.length;
    }

    private static int lengthFrom(byte lead) {
        if ((lead & 0xE0) == 0xC0) {
            return 2;
        }
        if ((lead & 0xF0) == 0xE0) {
            return 3;
        }
        return (lead & 0xF8) == 0xF0 ? 4 : 1;
    }

    /** The bytes cut into two inside their first character of several bytes; else only one. */
    static byte[][] split(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (lengthFrom(bytes[i]) > 1) {
                return new byte[][] {
                    Arrays.copyOf(bytes, i + 1), Arrays.copyOfRange(bytes, i + 1, bytes.length)
                };
            }
        }
        return new byte[][] {bytes};
    }
}
