package dev.glimprouter.gateway.internal.access;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;
import dev.glimprouter.trace.internal.LineSource;
import dev.glimprouter.trace.internal.WriteLock;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Spent tokens by the names of keys, in a file of JSON Lines that is only appended to.
 *
 * <p>A line reaches the operating system as a whole before {@link #spend} returns; one that the
 * death of a process tore is cut off when the file is opened. One process writes it at a time.
 * Writes go past {@link FileChannel}, which an interrupted thread would close. Thread safe.
 */
public final class Ledger implements AutoCloseable {

    private static final String SCHEMA = "glimprouter.spent";
    private static final int VERSION = 1;
    private static final int MOST_LINE_BYTES = 4096;
    private static final byte[] HEADER =
            Json.line(Json.object().put("schema", SCHEMA).put("version", VERSION));

    private final Path path;
    private final WriteLock lock;
    private final RandomAccessFile file;
    private final Map<String, Long> spent;

    private Ledger(Path path, WriteLock lock, RandomAccessFile file, Map<String, Long> spent) {
        this.path = path;
        this.lock = lock;
        this.file = file;
        this.spent = spent;
    }

    /**
     * Opens a file, or makes one.
     *
     * @throws SetupException if it cannot be written, another process writes it, or it holds
     *     something else
     */
    public static Ledger open(Path path) {
        try {
            WriteLock lock = WriteLock.take(path).orElseThrow(() -> taken(path));
            try {
                return open(path, lock);
            } catch (IOException | RuntimeException wrong) {
                lock.close();
                throw wrong;
            }
        } catch (IOException e) {
            throw new SetupException(
                    "Spent tokens cannot be written to %s (%s): name another file."
                            .formatted(path, e.getClass().getSimpleName()),
                    e);
        }
    }

    private static SetupException taken(Path path) {
        return new SetupException(
                "Another process is writing %s: each gateway needs a file of its own."
                        .formatted(path));
    }

    private static Ledger open(Path path, WriteLock lock) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            Map<String, Long> spent = new HashMap<>();
            long whole = read(path, spent);
            file.setLength(whole);
            file.seek(whole);
            if (whole == 0) {
                file.write(HEADER);
            }
            return new Ledger(path, lock, file, spent);
        } catch (IOException | RuntimeException wrong) {
            file.close();
            throw wrong;
        }
    }

    /** Adds up what whole lines say; returns their bytes. */
    private static long read(Path path, Map<String, Long> spent) throws IOException {
        long whole = 0;
        try (LineSource lines = new LineSource(Files.newInputStream(path), MOST_LINE_BYTES)) {
            Optional<byte[]> line = lines.next();
            while (line.isPresent() && lines.whole()) {
                add(line.get(), lines.number(), spent);
                whole += line.get().length + 1;
                line = lines.next();
            }
            if (line.isPresent() && whole == 0 && !isTornHeader(line.get())) {
                throw new IllegalArgumentException("it begins otherwise");
            }
        } catch (IllegalArgumentException wrong) {
            throw new SetupException(
                    "%s is no file of spent tokens (%s): name another file."
                            .formatted(path, wrong.getMessage()),
                    wrong);
        }
        return whole;
    }

    private static boolean isTornHeader(byte[] line) {
        String header = new String(HEADER, StandardCharsets.UTF_8);
        return header.startsWith(new String(line, StandardCharsets.UTF_8));
    }

    private static void add(byte[] line, int number, Map<String, Long> spent) {
        try {
            Fields fields = Json.read(line);
            if (number > 1) {
                spent.merge(fields.text("key"), fields.whole("tokens"), Math::addExact);
            } else if (!fields.text("schema").equals(SCHEMA)
                    || fields.count("version") != VERSION) {
                throw new IllegalArgumentException("of another kind or version");
            }
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new IllegalArgumentException(
                    "line %d: %s".formatted(number, wrong.getMessage()), wrong);
        }
    }

    /** Tokens by name, as they were when the file was opened. */
    Map<String, Long> spent() {
        return Map.copyOf(spent);
    }

    /**
     * Writes down what a request took.
     *
     * @throws SetupException if the disk does not take it
     */
    synchronized void spend(String owner, long tokens) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        try {
            file.write(
                    Json.line(
                            Json.object().put("at", now).put("key", owner).put("tokens", tokens)));
        } catch (IOException e) {
            throw new SetupException(
                    "Spent tokens cannot be written to %s any more (%s): make room."
                            .formatted(path, e.getClass().getSimpleName()),
                    e);
        }
    }

    @Override
    public synchronized void close() {
        try (lock) {
            file.close();
        } catch (IOException e) {
            throw new SetupException("Spent tokens were not written to %s.".formatted(path), e);
        }
    }
}
