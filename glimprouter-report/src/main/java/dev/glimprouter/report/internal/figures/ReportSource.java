package dev.glimprouter.report.internal.figures;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.run.RunSet;
import dev.glimprouter.trace.TraceHeader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a report is made from. */
public sealed interface ReportSource {

    /**
     * Runs of one dataset.
     *
     * @param runs the files, the baseline first
     */
    record Runs(RunSet runs) implements ReportSource {}

    /**
     * The trace of one question.
     *
     * @param file where it is
     */
    record OneTrace(Path file) implements ReportSource {}

    /** What its systems are called, in order; nothing of a trace. */
    default List<String> systems() {
        return switch (this) {
            case Runs(RunSet runs) -> runs.names().stream().map(RunSet.Name::system).toList();
            case OneTrace _ -> List.of();
        };
    }

    /**
     * The runs or the trace in these files.
     *
     * @throws RequestException if one cannot be read, or they do not go together
     */
    static ReportSource of(List<Path> files) {
        if (files.isEmpty()) {
            throw new RequestException("Name run files of eval, or a trace.");
        }
        if (files.stream().noneMatch(ReportSource::isTrace)) {
            return new Runs(RunSet.of(files));
        }
        if (files.size() > 1) {
            throw new RequestException(
                    "A report is of run files, or of one trace: name the trace alone.");
        }
        return new OneTrace(files.getFirst());
    }

    private static boolean isTrace(Path file) {
        byte[] begin =
                "{\"schema\":\"%s\"".formatted(TraceHeader.SCHEMA).getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(begin.length), begin);
        } catch (IOException unreadable) {
            return false; // the reader of runs says why
        }
    }
}
