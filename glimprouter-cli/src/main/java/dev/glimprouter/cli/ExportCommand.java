package dev.glimprouter.cli;

import dev.glimprouter.trace.PublishedExport;
import dev.glimprouter.trace.Trace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code export}: traces as the files of the published code. */
@Command(
        name = "export",
        sortOptions = false,
        header = "Write traces as the published code's result files.",
        description = {
            "Makes DIR/NAME/PROBLEM/REPEAT.json, the same as .txt for reading, and"
                    + " DIR/NAME/result_REPEAT.json. Files that are there are replaced. The fields are"
                    + " in docs/official-mode.md."
        },
        footer = {"", "Exit codes: 0 written, 2 wrong usage or no trace, 3 cannot be written."})
final class ExportCommand implements Callable<Integer> {

    private final World world;

    @Parameters(
            arity = "1..*",
            paramLabel = "TRACE",
            description = "Trace files, one for each question and repeat, in the questions' order.")
    List<Path> traces = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write to; made where it is missing.")
    Path out = Path.of("");

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description =
                    "Name of the data set (default: ${DEFAULT-VALUE}); of one that begins with lcb"
                            + " the answers are code.")
    String dataset = "questions";

    @Mixin HelpOptions help = new HelpOptions();

    ExportCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        new PublishedExport(out, dataset).write(traces.stream().map(Trace::read).toList());
        world.err().line("Wrote %d traces to %s.".formatted(traces.size(), out.resolve(dataset)));
        return ExitCode.OK;
    }
}
