package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Instruction;
import dev.glimprouter.question.Question;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Optional;

/** The system message that comes before the question. */
final class InstructionOption {

    @Option(
            names = "--instruction",
            paramLabel = "FILE|TEXT",
            description =
                    "The system message: the content of a file if there is one of that name, else "
                            + "the text itself; '' for none (default: how to lay out steps and answer).")
    @Nullable String value;

    /** The instruction, this one or else the file's; blank for none. */
    String over(Optional<String> file) {
        return said(file).orElse(Question.INSTRUCTION);
    }

    /** The same; empty where neither says anything. */
    Optional<String> said(Optional<String> file) {
        return Optional.ofNullable(value).map(Instruction::text).or(() -> file);
    }
}
