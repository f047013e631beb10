package dev.glimprouter.eval.runner;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.data.Posed;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Reply;
import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.run.RunHeader;
import dev.glimprouter.eval.run.RunReader;
import dev.glimprouter.eval.run.RunSet;
import dev.glimprouter.eval.run.RunWriter;
import dev.glimprouter.internal.files.Folders;
import dev.glimprouter.trace.internal.WriteLock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Grades the replies of run files anew, from their traces; no model is asked.
 *
 * <p>A file is replaced in one move once all of it is graded, so that whatever happens before
 * leaves it as it was. Nothing in it changes but the grades and the rule in its header.
 */
public final class Regrading {

    private final Dataset dataset;
    private final Map<String, Problem> problems;
    private final Marking marking;

    /**
     * A regrading.
     *
     * @param dataset all problems of the file that the runs ask
     * @param marking grades replies
     */
    public Regrading(Dataset dataset, Marking marking) {
        this.dataset = dataset;
        this.problems =
                dataset.problems().stream()
                        .collect(Collectors.toMap(Problem::id, Function.identity()));
        this.marking = marking;
    }

    /**
     * Grades a run file.
     *
     * @throws RequestException if it cannot be read, or asks other questions than the dataset's
     * @throws SetupException if it cannot be written, or another process writes it
     */
    public Regraded regrade(RunSet.Name run) {
        Path file = run.file();
        Path whole = file.toAbsolutePath();
        try (RunReader reader = RunReader.open(whole)) {
            requireSame(file, reader.header());
            try (WriteLock _ = WriteLock.take(whole).orElseThrow(() -> taken(file))) {
                return replace(run, whole, reader);
            }
        } catch (IOException e) {
            throw new SetupException(
                    "Cannot replace the run %s: %s. Choose a folder that can be written."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private void requireSame(Path file, RunHeader header) {
        if (!header.data().sha256().equals(dataset.sha256())) {
            throw new RequestException(
                    "%s asks the questions of another file: name with --data the one of %s with the checksum %s."
                            .formatted(file, header.data().name(), header.data().sha256()));
        }
    }

    private static SetupException taken(Path file) {
        return new SetupException(
                "Another process is writing the run %s. Wait for it.".formatted(file));
    }

    private Regraded replace(RunSet.Name run, Path whole, RunReader reader) throws IOException {
        Path folder = Files.createTempDirectory(whole.getParent(), ".regrade-");
        Path copy = folder.resolve(whole.getFileName());
        try {
            Regraded result = Regraded.none(run.system());
            try (RunWriter writer =
                    RunWriter.open(copy, reader.header().withGrading(marking.name()))) {
                while (reader.hasNext()) {
                    RunEntry before = reader.next();
                    RunEntry now = regrade(run.file(), before);
                    writer.append(now);
                    result = result.plus(before.grade(), now.grade());
                }
            }
            Files.move(copy, whole, StandardCopyOption.ATOMIC_MOVE);
            return result;
        } finally {
            Folders.delete(folder);
        }
    }

    private RunEntry regrade(Path file, RunEntry entry) {
        if (entry.trace().skipped() > 0) {
            throw new RequestException(
                    "%s holds events that this version does not know: use the one that wrote it."
                            .formatted(file));
        }
        if (entry.grade().isEmpty()) {
            return entry;
        }
        Grade grade = marking.mark(gold(file, entry), Reply.of(entry.trace().summary()));
        return entry.withGrade(grade);
    }

    private Gold gold(Path file, RunEntry entry) {
        Problem problem = problems.get(entry.key().problem());
        if (problem == null || !problem.hash().equals(entry.hash())) {
            throw new RequestException(
                    "%s asks %s, which --data does not read like that: name its fields as eval had them."
                            .formatted(file, entry.key().problem()));
        }
        long seed = entry.trace().header().config().seed();
        return Posed.of(problem, seed, entry.key().repeat()).gold();
    }
}
