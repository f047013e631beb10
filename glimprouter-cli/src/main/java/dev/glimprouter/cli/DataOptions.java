package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.DatasetRef;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.eval.run.Prompting;
import dev.glimprouter.eval.run.Selection;
import dev.glimprouter.internal.names.Words;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Optional;

/** Which questions are asked, and how. */
final class DataOptions {

    private static final String BOTH = "both";

    @Option(
            names = "--data",
            paramLabel = "REF",
            description =
                    "The questions: KIND:FILE or KIND:URL#sha256=..., with the kind aime24, aime25,"
                            + " math500, gsm8k, gpqa, livecodebench or jsonl; found out where it is"
                            + " left out. See docs/datasets.md.")
    @Nullable String data;

    @Option(
            names = "--questions",
            paramLabel = "N",
            description = "Ask so many, drawn by --sample-seed (default: all).")
    @Nullable Integer questions;

    @Option(
            names = "--sample-seed",
            paramLabel = "S",
            description = "Seed of that draw (default: ${DEFAULT-VALUE}).")
    long sampleSeed = 1;

    @Option(
            names = "--half",
            paramLabel = "HALF",
            description =
                    "Ask only one of two halves without a question in common: calibration (what"
                            + " thresholds are chosen on; calibrate asks it unless you say"
                            + " otherwise) or test; or both.")
    @Nullable String half;

    @Option(
            names = "--split-seed",
            paramLabel = "S",
            description = "Seed of the halves (default: ${DEFAULT-VALUE}).")
    long splitSeed = 1;

    @Option(
            names = "--prompting",
            paramLabel = "WAY",
            description =
                    "How the task is put: instruct (the default: a system message lays out steps"
                            + " and answer) or reasoning (a sentence behind the question, for models"
                            + " that reason by themselves).")
    @Nullable String prompting;

    private enum Way {
        INSTRUCT,
        REASONING
    }

    /**
     * Where the questions are.
     *
     * @throws RequestException if that is not said or cannot be read
     */
    DatasetRef ref() {
        if (data == null) {
            throw new RequestException(
                    "Name the questions: --data gsm8k:FILE, for one (docs/datasets.md).");
        }
        return DatasetRef.parse(data);
    }

    /**
     * Which of them are asked.
     *
     * @param usualHalf the half where nobody says
     */
    Selection selection(Optional<Selection.Half> usualHalf) {
        Optional<Selection.Half> asked =
                half == null
                        ? usualHalf
                        : Optional.of(half)
                                .filter(word -> !word.equals(BOTH))
                                .map(word -> Words.constant(Selection.Half.class, word));
        Optional<Selection.Side> side = asked.map(which -> new Selection.Side(which, splitSeed));
        Optional<Selection.Draw> draw =
                Optional.ofNullable(questions).map(count -> new Selection.Draw(count, sampleSeed));
        return new Selection(side, draw);
    }

    /**
     * What is said beside them.
     *
     * @param instruction a system message of the user's own
     */
    Prompting prompting(Task task, Optional<String> instruction) {
        Way way = prompting == null ? Way.INSTRUCT : Words.constant(Way.class, prompting);
        Prompting usual =
                switch (way) {
                    case INSTRUCT -> Prompting.ofInstructModels(task);
                    case REASONING -> Prompting.ofReasoningModels(task);
                };
        return new Prompting(instruction.orElse(usual.instruction()), usual.request());
    }
}
