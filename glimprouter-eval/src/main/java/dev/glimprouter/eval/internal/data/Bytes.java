package dev.glimprouter.eval.internal.data;

import java.util.Arrays;

/** The beginnings and blanks of lines of bytes. */
final class Bytes {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Bytes() {}

    /** Whether a line holds white space only. */
    static boolean areBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The same without a byte order mark before it. */
    static byte[] withoutMark(byte[] line) {
        boolean marked =
                line.length >= MARK.length
                        && Arrays.equals(line, 0, MARK.length, MARK, 0, MARK.length);
        return marked ? Arrays.copyOfRange(line, MARK.length, line.length) : line;
    }
}
