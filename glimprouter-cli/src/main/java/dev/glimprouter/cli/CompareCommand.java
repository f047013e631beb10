package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.compare.ComparisonJson;
import dev.glimprouter.eval.compare.ComparisonMarkdown;
import dev.glimprouter.eval.compare.ComparisonPlan;
import dev.glimprouter.eval.compare.ComparisonText;
import dev.glimprouter.eval.compare.Comparisons;
import dev.glimprouter.eval.compare.Outcomes;
import dev.glimprouter.eval.run.RunOutcomes;
import dev.glimprouter.eval.run.RunSet;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code compare}: runs against the first one, question by question. */
@Command(
        name = "compare",
        sortOptions = false,
        header = "Compare run files, question by question.",
        description = {
            "Each further run is held against the first one on the questions that both have: the"
                    + " difference in accuracy, seconds and tokens with 95 %% intervals, tests, and"
                    + " what can be concluded. See docs/statistics.md."
        },
        footer = {"", "Exit codes: 0 compared, 2 wrong usage, or runs that cannot be compared."})
final class CompareCommand implements Callable<Integer> {

    private final World world;

    @Parameters(arity = "2..*", paramLabel = "RUN", description = "Run files of eval.")
    List<Path> files = List.of();

    @Mixin ComparisonOptions comparison = new ComparisonOptions();

    @Mixin FormOptions form = new FormOptions();

    @Mixin HelpOptions help = new HelpOptions();

    CompareCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        FormOptions.Form wanted = form.form();
        ComparisonPlan plan = comparison.plan();
        List<Outcomes> runs = RunSet.of(files).names().stream().map(this::outcomes).toList();
        Comparisons comparisons = compare(runs, plan);
        switch (wanted) {
            case JSON -> world.out().line(ComparisonJson.of(comparisons));
            case MARKDOWN -> world.out().print(ComparisonMarkdown.of(comparisons));
            case TEXT -> world.out().print(Visible.text(ComparisonText.of(comparisons)));
        }
        return ExitCode.OK;
    }

    private Outcomes outcomes(RunSet.Name run) {
        return RunOutcomes.of(run.file(), run.system());
    }

    private static Comparisons compare(List<Outcomes> runs, ComparisonPlan plan) {
        try {
            return Comparisons.of(runs.subList(1, runs.size()), runs.getFirst(), plan);
        } catch (IllegalArgumentException nothingInCommon) {
            throw new RequestException(
                    "These runs cannot be compared: %s.".formatted(nothingInCommon.getMessage()),
                    nothingInCommon);
        }
    }
}
