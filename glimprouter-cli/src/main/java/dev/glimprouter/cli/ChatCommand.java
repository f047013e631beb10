package dev.glimprouter.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** {@code chat}: several turns. */
@Command(
        name = "chat",
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Answer one message after the other.",
        description = {
            "The models see the earlier messages and answers," + " not the earlier reasoning.",
            "",
            "A line is a message; a pasted text is one message, and so are the lines between two"
                    + " lines of \"\"\". /reset forgets all turns, /quit or Ctrl-D ends. Ctrl-C"
                    + " cancels an answer, and ends the chat at its prompt."
        })
final class ChatCommand extends RunCommand {

    /** Room for the turns, in tokens. */
    private static final int TURNS_TOKENS = 2 * HeadRoom.LEAST_TOKENS;

    @ArgGroup(validate = false, order = 8, heading = "%nOutput:%n")
    OutputOptions output = new OutputOptions();

    /** What to write where. */
    static final class OutputOptions {

        @Option(
                names = "--trace",
                paramLabel = "FILE",
                description =
                        "Write everything that happens to files, one for each turn: run.jsonl "
                                + "becomes run-1.jsonl, run-2.jsonl and so on.")
        @Nullable Path trace;
    }

    ChatCommand(World outside) {
        super(outside);
    }

    @Override
    int run(RunPlan plan) {
        Conversation conversation = new Conversation(plan.instruction());
        try (EngineRoom room = plan.open(TURNS_TOKENS, TraceFile.open(Optional.empty()))) {
            Optional<Path> trace = Optional.ofNullable(output.trace);
            return new Chat(plan.world(), plan.router(room), conversation, trace).run();
        }
    }
}
