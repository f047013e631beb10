package dev.glimprouter.trace.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of bytes from a stream, one at a time. Not thread safe. */
public final class LineSource implements AutoCloseable {

    /** Longest line in bytes, without its end: far beyond any real event, so a bound on memory. */
    public static final int MAX_LINE_BYTES = 16 << 20;

    private final InputStream in;
    private final int mostBytes;
    private final byte[] buffer = new byte[1 << 13];
    private int at;
    private int end;
    private int number;
    private boolean whole = true;

    /** The lines of {@code in}, which is closed with this. */
    public LineSource(InputStream in) {
        this(in, MAX_LINE_BYTES);
    }

    /** The same with another bound on a line. */
    public LineSource(InputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /**
     * The next line without its end; empty after the last one.
     *
     * @throws IllegalArgumentException if the line is too long
     */
    public Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        number++;
        while (at < end || fill()) {
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            line.write(buffer, at, stop - at);
            at = stop;
            if (line.size() > mostBytes) {
                throw new IllegalArgumentException(
                        "the line is longer than %d bytes".formatted(mostBytes));
            }
            if (at < end) {
                at++;
                return Optional.of(line.toByteArray());
            }
        }
        whole = false;
        return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
    }

    /** Number of the line read last, from 1. */
    public int number() {
        return number;
    }

    /** Whether the line read last had its line end; only the last line of a source may lack it. */
    public boolean whole() {
        return whole;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
