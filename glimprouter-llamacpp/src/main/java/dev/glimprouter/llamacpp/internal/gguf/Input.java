package dev.glimprouter.llamacpp.internal.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * Little-endian numbers and texts from a file, never past its end. Not thread-safe.
 *
 * <p>It reads through a small buffer and not by mmap, so that a file that shrinks meanwhile is an
 * error and not a fault.
 */
final class Input {

    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);

    /** The file offset of the buffer's first byte. */
    private long start;

    Input(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    long position() {
        return start + buffer.position();
    }

    void seek(long position) {
        start = position;
        buffer.limit(0);
    }

    void skip(long bytes) throws IOException {
        need(bytes);
        if (bytes <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) bytes);
        } else {
            seek(position() + bytes);
        }
    }

    int u8() throws IOException {
        fill(Byte.BYTES);
        return Byte.toUnsignedInt(buffer.get());
    }

    int u16() throws IOException {
        fill(Short.BYTES);
        return Short.toUnsignedInt(buffer.getShort());
    }

    long u32() throws IOException {
        return Integer.toUnsignedLong(i32());
    }

    int i32() throws IOException {
        fill(Integer.BYTES);
        return buffer.getInt();
    }

    /**
     * A number of 64 bits, to be read as signed; unsigned ones above the range come out negative.
     */
    long i64() throws IOException {
        fill(Long.BYTES);
        return buffer.getLong();
    }

    float f32() throws IOException {
        return Float.intBitsToFloat(i32());
    }

    double f64() throws IOException {
        return Double.longBitsToDouble(i64());
    }

    /** The length in front of a text, checked against a limit and the file's end. */
    int textBytes(int most, String what) throws IOException {
        long bytes = i64();
        if (bytes < 0 || bytes > most) {
            throw new Broken(
                    what + " is " + Long.toUnsignedString(bytes) + " bytes long, at most " + most);
        }
        need(bytes);
        return (int) bytes;
    }

    String text(int most, String what) throws IOException {
        byte[] bytes = new byte[textBytes(most, what)];
        copy(bytes, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads a text's bytes into a buffer as long as the longest one, and says how many. */
    int bytes(byte[] into, String what) throws IOException {
        int length = textBytes(into.length, what);
        copy(into, length);
        return length;
    }

    private void copy(byte[] into, int length) throws IOException {
        int done = 0;
        while (done < length) {
            fill(1);
            int part = Math.min(buffer.remaining(), length - done);
            buffer.get(into, done, part);
            done += part;
        }
    }

    /** Fails where so many more bytes do not exist. */
    void need(long bytes) {
        if (bytes < 0 || bytes > size - position()) {
            throw new Broken("it ends in the middle of its metadata");
        }
    }

    private void fill(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        need(bytes);
        start = position();
        buffer.compact();
        while (buffer.position() < bytes) {
            if (channel.read(buffer, start + buffer.position()) < 0) {
                throw new Broken("it became shorter while it was read");
            }
        }
        buffer.flip();
    }
}
