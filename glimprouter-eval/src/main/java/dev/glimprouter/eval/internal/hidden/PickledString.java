package dev.glimprouter.eval.internal.hidden;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads a pickle that is one string and nothing else, of protocols 1 to 5.
 *
 * <p>Pickles are programs. This reader knows the nine instructions that make a string (PROTO,
 * FRAME, three forms of BINUNICODE, MEMOIZE, BINPUT, LONG_BINPUT, STOP) and runs none of the
 * others: no object, no import, no call. Lengths are believed only as far as bytes follow.
 */
final class PickledString {

    private static final int PROTO = 0x80;
    private static final int FRAME = 0x95;
    private static final int SHORT_BINUNICODE = 0x8C;
    private static final int BINUNICODE = 'X';
    private static final int BINUNICODE8 = 0x8D;
    private static final int MEMOIZE = 0x94;
    private static final int BINPUT = 'q';
    private static final int LONG_BINPUT = 'r';
    private static final int STOP = '.';
    private static final int NEWEST_PROTOCOL = 5;
    private static final int MOST_INSTRUCTIONS = 16;

    private final InputStream in;
    private final int mostBytes;
    private byte[] string = {};
    private boolean found;

    PickledString(InputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /** The string's bytes, which should be UTF-8. */
    byte[] read() throws IOException, UnreadableTests {
        int instruction = in.read();
        for (int count = 0; instruction != STOP; count++) {
            if (count == MOST_INSTRUCTIONS) {
                throw new UnreadableTests("the hidden tests are more than one pickled string");
            }
            run(instruction, count);
            instruction = in.read();
        }
        if (!found || in.read() >= 0) {
            throw new UnreadableTests("the hidden tests are not exactly one pickled string");
        }
        return string;
    }

    private void run(int instruction, int count) throws IOException, UnreadableTests {
        switch (instruction) {
            case PROTO -> {
                if (count > 0 || number(1) > NEWEST_PROTOCOL) {
                    throw new UnreadableTests("the hidden tests are of an unknown pickle protocol");
                }
            }
            case FRAME -> number(Long.BYTES);
            case SHORT_BINUNICODE -> take(number(1));
            case BINUNICODE -> take(number(Integer.BYTES));
            case BINUNICODE8 -> take(number(Long.BYTES));
            case MEMOIZE -> requireString();
            case BINPUT -> {
                requireString();
                number(1);
            }
            case LONG_BINPUT -> {
                requireString();
                number(Integer.BYTES);
            }
            case -1 -> throw new EOFException("they end too early");
            default ->
                    throw new UnreadableTests(
                            "the hidden tests hold the pickle instruction 0x%02X, which may not run"
                                    .formatted(instruction));
        }
    }

    private void requireString() throws UnreadableTests {
        if (!found) {
            throw new UnreadableTests("the hidden tests keep a string before there is one");
        }
    }

    private void take(long length) throws IOException, UnreadableTests {
        if (found) {
            throw new UnreadableTests("the hidden tests are more than one pickled string");
        }
        if (length < 0 || length > mostBytes) {
            throw new UnreadableTests(
                    "the hidden tests are larger than %d bytes".formatted(mostBytes));
        }
        string = in.readNBytes((int) length);
        if (string.length < length) {
            throw new EOFException("they end too early");
        }
        found = true;
    }

    /** A little-endian number; eight bytes may make a negative one. */
    private long number(int bytes) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException("they end too early");
        }
        byte[] padded = java.util.Arrays.copyOf(read, Long.BYTES);
        return ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
}
