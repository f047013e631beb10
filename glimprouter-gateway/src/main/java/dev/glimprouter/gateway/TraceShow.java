package dev.glimprouter.gateway;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * Traces that are kept and shown. They hold questions and answers.
 *
 * @param folder where the trace files are
 * @param readers names of the keys that may look; of no effect where nobody needs a key
 * @param keep which of them stay
 */
public record TraceShow(Path folder, Set<String> readers, TraceKeep keep) {

    /** Copies the set. */
    public TraceShow {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(keep, "keep");
        readers = Set.copyOf(readers);
    }
}
