package dev.glimprouter.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body in chunks, up to the chunk that says that it is the last. */
final class ChunkedBody extends InputStream {

    /** Reads lines of what the body stands in. */
    @FunctionalInterface
    interface Lines {
        String next() throws IOException;
    }

    private final InputStream in;
    private final Lines lines;
    private int left;
    private boolean over;

    ChunkedBody(InputStream in, Lines lines) {
        this.in = in;
        this.lines = lines;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
        if (left == 0 && !over) {
            begin();
        }
        if (over) {
            return -1;
        }
        int count = in.read(to, from, Math.min(most, left));
        if (count < 0) {
            throw new EOFException("the connection ended in the middle of a chunk");
        }
        left -= count;
        if (left == 0) {
            lines.next();
        }
        return count;
    }

    private void begin() throws IOException {
        left = Integer.parseInt(lines.next(), 16);
        if (left == 0) {
            over = true;
            lines.next();
        }
    }
}
