package dev.glimprouter.eval.run;

import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.trace.internal.Fields;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run file that was begun holds already.
 *
 * @param header its header
 * @param finished the mark of each entry; empty of a failed one
 * @param wholeBytes where the last whole line ends
 * @param torn whether more stands behind it
 */
record RunScan(
        RunHeader header, Map<RunKey, Optional<Mark>> finished, long wholeBytes, boolean torn) {

    /**
     * Reads a file.
     *
     * @throws dev.glimprouter.error.RequestException if a whole line is wrong, or an entry is there
     *     twice
     */
    static RunScan of(Path file) {
        try (RunLines lines = RunLines.open(file)) {
            Map<RunKey, Optional<Mark>> finished = new LinkedHashMap<>();
            Optional<Entry> next = lines.next(Entry::of);
            while (next.isPresent()) {
                Entry entry = next.get();
                if (finished.put(entry.key(), entry.mark()) != null) {
                    throw lines.invalid(
                            new IllegalArgumentException(entry.key() + " is there twice"));
                }
                next = lines.next(Entry::of);
            }
            return new RunScan(lines.header(), finished, lines.wholeBytes(), lines.torn());
        }
    }

    private record Entry(RunKey key, Optional<Mark> mark) {
        static Entry of(Fields from) {
            return new Entry(RunEntryCodec.key(from), RunEntryCodec.mark(from));
        }
    }
}
