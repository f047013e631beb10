package dev.glimprouter.eval.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The forms of dataset files that can be read. */
public enum DatasetKind {
    /** AIME 2024: 30 problems, answers from 0 to 999. */
    AIME24("aime24", true),
    /** AIME 2025: the same, with damaged LaTeX repaired. */
    AIME25("aime25", true),
    /** MATH-500: 500 problems of seven subjects. */
    MATH500("math500", true),
    /** GSM8K: school problems, the answer after {@code ####}. */
    GSM8K("gsm8k", true),
    /** GPQA: a table of questions with four options; its authors ask to keep the texts private. */
    GPQA("gpqa", false),
    /** LiveCodeBench: programming problems with public and hidden tests. */
    LIVECODEBENCH("livecodebench", false),
    /** Any JSON Lines file with questions and answers. */
    JSONL("jsonl", true);

    private final String word;
    private final boolean publishable;

    DatasetKind(String word, boolean publishable) {
        this.word = word;
        this.publishable = publishable;
    }

    /** Its name in references. */
    public String word() {
        return word;
    }

    /** Whether reports may show the texts of its questions. */
    public boolean publishable() {
        return publishable;
    }

    /** The kind of that name. */
    public static Optional<DatasetKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** All names. */
    public static List<String> words() {
        return Arrays.stream(values()).map(DatasetKind::word).toList();
    }
}
