package dev.glimprouter.eval.study;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.internal.lines.Lines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A study file as it was read. A last line that was torn by the death of its writer is left out.
 *
 * @param header what is the same for every question
 * @param entries the questions, in the order in which they were asked
 */
public record StudyFile(StudyHeader header, List<StudyEntry> entries) {

    /** Copies the list. */
    public StudyFile {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a file.
     *
     * @throws RequestException if it cannot be read, is no study or of a newer version, or a line
     *     in it is wrong, with file and line
     */
    public static StudyFile read(Path file) {
        try (Lines<StudyHeader> lines =
                Lines.open(file, StudyHeaderCodec.KIND, StudyHeaderCodec::decode)) {
            List<StudyEntry> entries = new ArrayList<>();
            Optional<StudyEntry> next = lines.next(StudyEntryCodec::decode);
            while (next.isPresent()) {
                entries.add(next.get());
                next = lines.next(StudyEntryCodec::decode);
            }
            return new StudyFile(lines.header(), entries);
        }
    }
}
