package dev.glimprouter.cli;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.question.Question;
import dev.glimprouter.trace.ResultJson;
import dev.glimprouter.trace.TraceSummary;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code ask}: one question, one answer. */
@Command(
        name = "ask",
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Answer a question.",
        description = {
            "A small and a large model write one chain of thought; then the large one answers.",
            "",
            "The answer goes to standard output, all else to standard error: each step behind its"
                    + " writer (S or L) and the entropy of its first token in nats."
        },
        footer = {
            "",
            "Exit codes: 0 answered, 2 wrong usage, 3 a model or an engine is not usable, 4 failed"
                    + " while running (standard output closed early, too), 130 interrupted, 143"
                    + " terminated."
        })
final class AskCommand extends RunCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "QUESTION",
            description =
                    "The question; several words are joined. Without one, or with -, it is read "
                            + "from standard input. Write -- before one that begins with a dash.")
    List<String> words = List.of();

    @ArgGroup(validate = false, order = 8, heading = "%nOutput:%n")
    OutputOptions output = new OutputOptions();

    /** What to write where. */
    static final class OutputOptions {

        @Option(
                names = "--json",
                description =
                        "Print one JSON object with the answer, the steps and the usage instead "
                                + "of the answer, also where the question fails or is cancelled; "
                                + "nothing is shown while it is written.")
        boolean json;

        @Option(
                names = "--trace",
                paramLabel = "FILE",
                description = "Write everything that happens to a file, as JSON Lines.")
        @Nullable Path trace;
    }

    AskCommand(World outside) {
        super(outside);
    }

    @Override
    int run(RunPlan plan) {
        World world = plan.world();
        Question question = question(world, plan.instruction());
        try (TraceFile trace = TraceFile.open(Optional.ofNullable(output.trace));
                EngineRoom room = plan.open(HeadRoom.tokens(question), trace)) {
            ask(world, plan.router(room), question, new QuestionRun(world, trace));
        }
        return ExitCode.OK;
    }

    private Question question(World world, String instruction) {
        if (QuestionSource.isStandardInput(words) && world.terminal().in()) {
            world.err().line("Type the question and end it with Ctrl-D.");
        }
        return Question.of(instruction, QuestionSource.read(words, world.in()));
    }

    private void ask(World world, GlimpRouter router, Question question, QuestionRun run) {
        if (output.json) {
            askForJson(world.out(), router, question, run);
            return;
        }
        RouteListener shown = new QuestionDisplay(world);
        run.ask(router, question, shown);
        TraceSummary summary = TraceSummary.of(run.events());
        world.err().line("");
        Palette palette = new Palette(world.terminal().colour());
        Optional<Path> trace = Optional.ofNullable(output.trace);
        for (String line : Summary.lines(summary, router.config().seed(), trace)) {
            world.err().line(palette.dim(line));
        }
    }

    /** Prints the object of a question that fails or is cancelled, too. */
    private static void askForJson(
            Printer out, GlimpRouter router, Question question, QuestionRun run) {
        try {
            run.ask(router, question, _ -> {});
        } catch (RuntimeException failure) {
            try {
                out.line(ResultJson.of(run.events()));
            } catch (OutputException unheard) {
                failure.addSuppressed(unheard);
            }
            throw failure;
        }
        out.line(ResultJson.of(run.events()));
    }
}
