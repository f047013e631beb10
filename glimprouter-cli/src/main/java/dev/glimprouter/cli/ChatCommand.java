package dev.glimprouter.cli;

import dev.glimprouter.engine.EngineOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

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
final class ChatCommand implements Callable<Integer> {

    /** Room for the turns, in tokens. */
    private static final int TURNS_TOKENS = 2 * HeadRoom.LEAST_TOKENS;

    private final World outside;

    @Mixin RunOptions options = new RunOptions();

    @ArgGroup(validate = false, order = 7, heading = "%nOutput:%n")
    OutputOptions output = new OutputOptions();

    @Mixin ColourOption colour = new ColourOption();

    @Mixin HelpOptions help = new HelpOptions();

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
        this.outside = outside;
    }

    @Override
    public Integer call() {
        World world = colour.applyTo(outside);
        RunPlan plan = RunPlan.of(world, options);
        Conversation conversation = new Conversation(options.instruction.text());
        EngineOptions engines = plan.engines(TURNS_TOKENS);
        try (EngineRoom room = plan.open(engines, TraceFile.open(Optional.empty()))) {
            Optional<Path> trace = Optional.ofNullable(output.trace);
            return new Chat(world, plan.router(room), conversation, trace).run();
        }
    }
}
