package dev.glimprouter.eval.run;

import dev.glimprouter.error.RequestException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs of the same dataset, each under a name of its own.
 *
 * @param names the runs in order
 */
public record RunSet(List<Name> names) {

    /**
     * A run.
     *
     * @param file where it is
     * @param system what reports call it
     */
    public record Name(Path file, String system) {}

    /** Copies the list. */
    public RunSet {
        names = List.copyOf(names);
    }

    /**
     * Reads the headers. Where two runs are of one system, their files tell them apart.
     *
     * @throws RequestException if one cannot be read, is named twice, or asks the questions of
     *     another file
     */
    public static RunSet of(List<Path> files) {
        List<RunHeader> headers = files.stream().map(RunSet::header).toList();
        if (files.stream().map(Path::toAbsolutePath).distinct().count() < files.size()) {
            throw new RequestException("A run is named twice: name each once.");
        }
        RunData first = headers.getFirst().data();
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            RunHeader header = headers.get(i);
            if (!header.data().sha256().equals(first.sha256())) {
                throw new RequestException(
                        "%s asks the questions of another file (%s) than %s (%s): compare runs of one."
                                .formatted(
                                        files.get(i),
                                        header.data().name(),
                                        files.getFirst(),
                                        first.name()));
            }
            names.add(new Name(files.get(i), header.system()));
        }
        return new RunSet(distinct(names));
    }

    private static RunHeader header(Path file) {
        try (RunReader reader = RunReader.open(file)) {
            return reader.header();
        }
    }

    private static List<Name> distinct(List<Name> names) {
        boolean ambiguous =
                names.stream().map(Name::system).collect(Collectors.toSet()).size() < names.size();
        return ambiguous
                ? names.stream()
                        .map(
                                name ->
                                        new Name(
                                                name.file(),
                                                "%s (%s)".formatted(name.system(), name.file())))
                        .toList()
                : names;
    }
}
