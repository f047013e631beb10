package dev.glimprouter.eval.internal.lines;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a header, then a line for each finished thing, each on the disk before the call returns.
 *
 * <p>Opening a file that was begun under the same header, here or on another machine, cuts off a
 * torn last line and goes on behind it. Nobody else can open the file for writing meanwhile. Thread
 * safe.
 *
 * @param <K> names a line
 * @param <V> what one wants to know of a line
 */
public final class LineWriter<K, V> implements AutoCloseable {

    private final Path path;
    private final Form<K, V> form;
    private final LineFile file;
    private final Map<K, V> finished = new HashMap<>();
    private boolean resumed;
    private List<String> machineChanges = List.of();
    private boolean broken;

    private LineWriter(Path path, Form<K, V> form, LineFile file) {
        this.path = path;
        this.form = form;
        this.file = file;
    }

    /**
     * How lines are read back.
     *
     * @param kind of the file
     * @param header reads a header and writes it again, as this version has it
     * @param key the name of a line
     * @param value what one wants to know of it
     */
    public record Form<K, V>(
            LineKind kind,
            Function<Fields, ObjectNode> header,
            Function<Fields, K> key,
            Function<Fields, V> value) {}

    /**
     * Begins a file, or goes on with it.
     *
     * @throws RequestException if the file was begun under another header, with what changed, or a
     *     line in it is wrong
     * @throws SetupException if it cannot be written, another process writes it, or it is of
     *     another kind
     */
    public static <K, V> LineWriter<K, V> open(Path path, Form<K, V> form, ObjectNode header) {
        LineFile file = LineFile.open(path, form.kind());
        try {
            LineWriter<K, V> writer = new LineWriter<>(path, form, file);
            if (file.isBegun()) {
                writer.resume(header);
            } else {
                writer.begin(header);
            }
            return writer;
        } catch (RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private void begin(ObjectNode header) {
        file.cut(0);
        file.append(Json.line(header));
        file.settleName();
    }

    private void resume(ObjectNode header) {
        long whole;
        try (Lines<ObjectNode> lines = Lines.open(path, form.kind(), form.header())) {
            Optional<Map.Entry<K, V>> next = lines.next(this::entry);
            while (next.isPresent()) {
                Map.Entry<K, V> entry = next.get();
                if (finished.put(entry.getKey(), entry.getValue()) != null) {
                    throw lines.invalid(
                            new IllegalArgumentException(entry.getKey() + " is there twice"));
                }
                next = lines.next(this::entry);
            }
            compare(lines.header(), header);
            whole = lines.wholeBytes();
        }
        file.cut(whole);
        resumed = true;
    }

    private void compare(ObjectNode before, ObjectNode now) {
        List<HeaderDifference> differences = HeaderDifference.between(before, now);
        differences.stream()
                .filter(difference -> !difference.isOfTheMachine())
                .findFirst()
                .ifPresent(
                        difference -> {
                            throw new RequestException(
                                    "%s was begun otherwise: %s. %s"
                                            .formatted(
                                                    path,
                                                    difference,
                                                    difference.advice(form.kind())));
                        });
        machineChanges = differences.stream().map(HeaderDifference::toString).toList();
    }

    private Map.Entry<K, V> entry(Fields from) {
        return Map.entry(form.key().apply(from), form.value().apply(from));
    }

    /** Whether it went on with a file that was begun before. */
    public boolean isResumed() {
        return resumed;
    }

    /**
     * What of the machine or its Java is other than where the file was begun, each in the middle of
     * a sentence.
     */
    public List<String> machineChanges() {
        return machineChanges;
    }

    /** Whether the file has this line. */
    public synchronized boolean has(K key) {
        return finished.containsKey(key);
    }

    /** How many lines the file has beside the header. */
    public synchronized int entries() {
        return finished.size();
    }

    /** What is in the file. */
    public synchronized Map<K, V> finished() {
        return Map.copyOf(finished);
    }

    /**
     * Appends a line.
     *
     * @throws SetupException if the disk does not take it; nothing can be appended any more
     * @throws IllegalStateException if the file has it already
     */
    public synchronized void append(K key, V value, byte[] line) {
        if (broken) {
            throw new SetupException(
                    "The %s %s cannot be written any more.".formatted(form.kind().word(), path));
        }
        if (finished.containsKey(key)) {
            throw new IllegalStateException(key + " is in the file already");
        }
        broken = true; // unless the write succeeds
        file.append(line);
        broken = false;
        finished.put(key, value);
    }

    /** Closes the file. */
    @Override
    public synchronized void close() {
        broken = true;
        file.close();
    }
}
