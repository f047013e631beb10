package dev.glimprouter.report;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.compare.ComparisonPlan;
import dev.glimprouter.report.internal.ReportFile;
import dev.glimprouter.report.internal.figures.Figures;
import dev.glimprouter.report.internal.figures.FiguresReader;
import dev.glimprouter.report.internal.figures.ReportSource;
import dev.glimprouter.report.internal.figures.SampleListener;
import dev.glimprouter.report.internal.form.Csv;
import dev.glimprouter.report.internal.form.LmEvalSamples;
import dev.glimprouter.report.internal.form.Markdown;
import dev.glimprouter.report.internal.form.QuestionRows;
import dev.glimprouter.report.internal.html.Page;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What run files, or one trace, add up to. The files are read once for each form that is written,
 * one question at a time, also while they are still being written (docs/reports.md).
 */
public final class Report {

    private final ReportSource source;
    private final ComparisonPlan plan;
    private final boolean texts;

    private Report(ReportSource source, ComparisonPlan plan, boolean texts) {
        this.source = source;
        this.plan = Objects.requireNonNull(plan, "plan");
        this.texts = texts;
    }

    /**
     * A report.
     *
     * @param files run files of one dataset, the baseline first; or one trace
     * @param plan how the others are compared with the baseline
     * @throws RequestException if a file cannot be read, or they do not go together
     */
    public static Report of(List<Path> files, ComparisonPlan plan) {
        return new Report(ReportSource.of(files), plan, true);
    }

    /**
     * The same without questions and without anything that a model wrote, to be published where
     * these may not be.
     */
    public Report withoutTexts() {
        return new Report(source, plan, false);
    }

    /**
     * Writes it to a file, which is there whole or not at all. A report of the same form is
     * replaced, anything else is left alone.
     *
     * @throws RequestException if a file is wrong, or this form does not fit them
     * @throws dev.glimprouter.error.SetupException if the file cannot be written
     */
    public void write(Path out, ReportForm form) {
        checkFit(form);
        new ReportFile(out, form.begin()).write(writer -> write(writer, form));
    }

    /**
     * Writes it.
     *
     * @throws RequestException if a file is wrong, or this form does not fit them
     * @throws IOException if the writer fails
     */
    public void write(Writer to, ReportForm form) throws IOException {
        checkFit(form);
        switch (form) {
            case HTML -> Page.write(to, source, plan, texts);
            case MARKDOWN -> to.write(Markdown.of(figures(SampleListener.NONE)));
            case CSV -> to.write(Csv.of(figures(SampleListener.NONE)));
            case QUESTIONS -> figures(new QuestionRows(to, source.systems()));
            case LM_EVAL -> figures(new LmEvalSamples(to));
        }
    }

    private Figures figures(SampleListener listener) {
        return FiguresReader.read(source, plan, texts, listener);
    }

    private void checkFit(ReportForm form) {
        boolean trace = source instanceof ReportSource.OneTrace;
        if (trace && form != ReportForm.HTML && form != ReportForm.MARKDOWN) {
            throw new RequestException(
                    "A trace alone has no such form: choose --form html or markdown, or name run files.");
        }
        if (form == ReportForm.LM_EVAL && source.systems().size() > 1) {
            throw new RequestException(
                    "Samples are those of one system: name one run file with --form lm-eval.");
        }
        if (form == ReportForm.LM_EVAL && !texts) {
            throw new RequestException(
                    "Samples are texts: choose --form questions for rows without any.");
        }
    }
}
