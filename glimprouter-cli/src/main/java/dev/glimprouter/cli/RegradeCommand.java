package dev.glimprouter.cli;

import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.data.DatasetRef;
import dev.glimprouter.eval.run.RunSet;
import dev.glimprouter.eval.runner.Marking;
import dev.glimprouter.eval.runner.Regraded;
import dev.glimprouter.eval.runner.RegradedTable;
import dev.glimprouter.eval.runner.Regrading;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code regrade}: the replies of run files, graded anew. */
@Command(
        name = "regrade",
        sortOptions = false,
        header = "Grade the replies of run files anew, without asking.",
        description = {
            "For runs that were graded by an older rule, or without --allow-code. Each file is"
                    + " replaced once all of it is graded; nothing but its grades changes. See"
                    + " docs/grading.md."
        },
        footer = {
            "",
            "Exit codes: 0 graded, 2 wrong usage or files that cannot be read, 3 cannot be"
                    + " written."
        })
final class RegradeCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run files of eval.")
    List<Path> files = List.of();

    @Option(
            names = "--data",
            paramLabel = "REF",
            required = true,
            description = "The questions that they ask, as eval had them.")
    String data = "";

    @Option(
            names = "--allow-code",
            description = "Run the programs that models wrote; without it they are unscored.")
    boolean allowCode;

    @Mixin FormOptions form = new FormOptions();

    @Mixin HelpOptions help = new HelpOptions();

    private final World world;

    RegradeCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        FormOptions.Form wanted = form.form();
        List<RunSet.Name> named = RunSet.of(files).names();
        Dataset dataset = Questions.load(world, DatasetRef.parse(data));
        Marking marking = Examiner.marking(world, allowCode, dataset.task());
        Regrading regrading = new Regrading(dataset, marking);
        List<Regraded> runs = new ArrayList<>();
        Meters meters = new Meters(world.err(), world.terminal(), world.time());
        try (Meter meter = meters.percent("Grading")) {
            for (RunSet.Name run : named) {
                runs.add(Setup.interruptible(world, () -> regrading.regrade(run)));
                meter.at(100L * runs.size() / named.size());
            }
        }
        RegradedTable table = new RegradedTable(runs);
        switch (wanted) {
            case JSON -> world.out().line(table.json());
            case MARKDOWN -> world.out().print(table.markdown());
            case TEXT -> world.out().print(Visible.text(table.text()));
        }
        return ExitCode.OK;
    }
}
