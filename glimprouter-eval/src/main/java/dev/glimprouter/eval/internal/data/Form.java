package dev.glimprouter.eval.internal.data;

import dev.glimprouter.eval.data.DatasetKind;
import dev.glimprouter.trace.internal.Fields;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The form of a file that nobody named, by its name and its first row. */
final class Form {

    private Form() {}

    static DatasetKind of(Path file) {
        if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return DatasetKind.GPQA;
        }
        Optional<Row> first = JsonRows.first(file);
        return first.map(row -> of(row.fields())).orElse(DatasetKind.JSONL);
    }

    private static DatasetKind of(Fields row) {
        if (row.has("question_content") && row.has("private_test_cases")) {
            return DatasetKind.LIVECODEBENCH;
        }
        if (row.has("problem") && row.has("answer") && row.has("unique_id")) {
            return DatasetKind.MATH500;
        }
        if (row.has("question")
                && row.object().path("answer").asString("").contains(Gsm8k.BEFORE_ANSWER)) {
            return DatasetKind.GSM8K;
        }
        return DatasetKind.JSONL;
    }
}
