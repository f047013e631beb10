package dev.glimprouter.openai.internal.sse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts UTF-8 into lines that end with LF, CR or CRLF.
 *
 * <p>A line is decoded only when it is whole: no byte of a longer character is a line end. Bytes
 * that are no UTF-8 become U+FFFD. A byte order mark before the first line is dropped.
 */
final class LineSplitter {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final int most;
    private byte[] line = new byte[512];
    private int length;
    private boolean afterReturn;
    private boolean begun;

    LineSplitter(int most) {
        this.most = most;
    }

    /** The next line that these bytes complete; empty when they are used up. */
    Optional<String> next(ByteBuffer bytes) throws TooLongException {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            boolean secondHalf = next == '\n' && afterReturn;
            afterReturn = next == '\r';
            if (next == '\r' || (next == '\n' && !secondHalf)) {
                return Optional.of(rest());
            }
            if (!secondHalf) {
                keep(next);
            }
        }
        return Optional.empty();
    }

    /** What came after the last line end. */
    String rest() {
        String text = new String(line, 0, length, UTF_8);
        length = 0;
        boolean first = !begun;
        begun = true;
        return first && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private void keep(byte next) throws TooLongException {
        if (length == most) {
            throw new TooLongException("a line", most);
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, Math.min(most, 2 * length));
        }
        line[length++] = next;
    }
}
