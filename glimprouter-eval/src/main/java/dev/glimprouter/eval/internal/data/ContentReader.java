package dev.glimprouter.eval.internal.data;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.DatasetKind;
import dev.glimprouter.eval.data.DatasetRef;
import dev.glimprouter.eval.data.Problem;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Finds the reader for a file. */
public final class ContentReader {

    private ContentReader() {}

    /**
     * Reads all of a file.
     *
     * @throws RequestException if something in it is wrong, with its line
     */
    public static Content read(Path file, DatasetRef ref) {
        DatasetKind kind = ref.kind().orElseGet(() -> Form.of(file));
        Content content =
                switch (kind) {
                    case AIME24 -> Aime.of2024(file);
                    case AIME25 -> Aime.of2025(file);
                    case MATH500 -> Math500.read(file);
                    case GSM8K -> Gsm8k.read(file);
                    case GPQA -> Gpqa.read(file);
                    case LIVECODEBENCH -> LiveCodeBench.read(file);
                    case JSONL -> OwnFile.read(file, ref.place().fileName(), ref.fields());
                };
        check(file, content);
        return content;
    }

    private static void check(Path file, Content content) {
        if (content.problems().isEmpty()) {
            throw new RequestException("%s is empty: it holds no problem.".formatted(file));
        }
        Map<String, Problem> seen = new HashMap<>();
        for (Problem problem : content.problems()) {
            if (seen.put(problem.id(), problem) != null) {
                throw new RequestException(
                        "%s has two problems with the id %s: ids must be unique."
                                .formatted(file, problem.id()));
            }
        }
    }
}
