package dev.glimprouter.cli;

import dev.glimprouter.internal.names.Words;
import dev.glimprouter.report.Report;
import dev.glimprouter.report.ReportForm;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code report}: run files or a trace as a page, Markdown, CSV, rows or samples. */
@Command(
        name = "report",
        sortOptions = false,
        header = "Make a page of run files, or of a trace.",
        description = {
            "The page is one file that opens offline: the runs side by side and against the first"
                    + " one, charts, failures, and each question step by step. See"
                    + " docs/reports.md."
        },
        footer = {
            "",
            "Exit codes: 0 written, 2 wrong usage or files that cannot be read, 3 cannot be"
                    + " written."
        })
final class ReportCommand implements Callable<Integer> {

    private static final Path USUAL_PAGE = Path.of("report.html");

    private final World world;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Run files of eval, the baseline first; or one trace of ask.")
    List<Path> files = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "The file to write (default: report.html for a page, standard output for other"
                            + " forms). A report of the same form is replaced.")
    @Nullable Path out;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description =
                    "html, markdown, csv (a row for each run), questions (CSV, a row for each"
                            + " question of each run), or lm-eval (a line for each question of one"
                            + " run, as that harness logs samples).")
    String form = Words.of(ReportForm.HTML);

    @Option(
            names = "--no-texts",
            description =
                    "Leave out the questions and all that models wrote, for what is published.")
    boolean noTexts;

    @Mixin ComparisonOptions comparison = new ComparisonOptions();

    @Mixin HelpOptions help = new HelpOptions();

    ReportCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        ReportForm wanted = Words.constant(ReportForm.class, form);
        Report whole = Report.of(files, comparison.plan());
        Report report = noTexts ? whole.withoutTexts() : whole;
        if (out == null && wanted != ReportForm.HTML) {
            print(report, wanted);
            return ExitCode.OK;
        }
        Path file = out == null ? USUAL_PAGE : out;
        report.write(file, wanted);
        world.err().line("Wrote %s.".formatted(file));
        return ExitCode.OK;
    }

    private void print(Report report, ReportForm wanted) {
        try (Writer writer = new BufferedWriter(new PrinterWriter(world.out()))) {
            report.write(writer, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
