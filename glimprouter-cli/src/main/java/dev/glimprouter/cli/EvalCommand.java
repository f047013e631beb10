package dev.glimprouter.cli;

import dev.glimprouter.eval.run.RunSummary;
import dev.glimprouter.eval.run.RunSummaryJson;
import dev.glimprouter.eval.run.RunTable;
import dev.glimprouter.eval.run.Throughput;
import dev.glimprouter.eval.runner.EvaluationPlan;
import dev.glimprouter.eval.runner.Marking;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code eval}: the questions of a dataset under several strategies. */
@Command(
        name = "eval",
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Ask the questions of a dataset under several strategies.",
        description = {
            "Writes a run file for each strategy, with every trace, and prints how often each was"
                    + " right, with 95 %% intervals, and what it cost. Stopped at any moment, the"
                    + " same command goes on where it was. See docs/evaluation.md.",
            "",
            "Here the seed is 1 unless you give one, so that the same command asks the same."
        },
        footer = {
            "",
            "Exit codes: 0 all questions were asked, also if some failed (the table says so), 2"
                    + " wrong usage or a run that was begun otherwise, "
                    + ExitCode.WHILE_ASKING
        })
final class EvalCommand implements Callable<Integer> {

    @Mixin EvalOptions options = new EvalOptions();

    @Mixin ColourOption colour = new ColourOption();

    @Mixin HelpOptions help = new HelpOptions();

    private final World outside;

    EvalCommand(World outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        World world = colour.applyTo(outside);
        FormOptions.Form form = options.form.form();
        EvalSetup setup = EvalSetup.of(world, options);
        Marking marking =
                Examiner.marking(world, options.effort.allowCode, setup.plan().dataset().task());
        Throughput throughput;
        try (EngineRoom room = setup.open()) {
            throughput = new Examiner(world, room, marking).run(setup.plan());
        }
        print(world.out(), form, setup.plan(), throughput);
        return ExitCode.OK;
    }

    private static void print(
            Printer out, FormOptions.Form form, EvaluationPlan plan, Throughput throughput) {
        Map<Path, RunSummary> runs = new LinkedHashMap<>();
        plan.contestants().forEach(one -> runs.put(plan.file(one), RunSummary.of(plan.file(one))));
        Optional<Throughput> rate =
                throughput.questions() == 0 ? Optional.empty() : Optional.of(throughput);
        RunTable table = new RunTable(List.copyOf(runs.values()));
        switch (form) {
            case JSON -> out.line(RunSummaryJson.of(runs, rate));
            case MARKDOWN -> out.print(table.markdown());
            case TEXT -> {
                out.print(Visible.text(table.text()));
                rate.filter(one -> one.parallel() > 1)
                        .ifPresent(one -> out.line("\n" + sentence(one)));
            }
        }
    }

    private static String sentence(Throughput rate) {
        return String.format(
                Locale.ROOT,
                "%d at a time: %.1f questions a minute, %.1f tokens/s.",
                rate.parallel(),
                rate.questionsPerMinute(),
                rate.tokensPerSecond());
    }
}
