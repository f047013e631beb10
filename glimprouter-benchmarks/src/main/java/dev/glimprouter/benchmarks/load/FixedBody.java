package dev.glimprouter.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body of known length. */
final class FixedBody extends InputStream {

    private final InputStream in;
    private int left;

    FixedBody(InputStream in, int length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(to, from, Math.min(most, left));
        if (count < 0) {
            throw new EOFException("the connection ended in the middle of a body");
        }
        left -= count;
        return count;
    }
}
