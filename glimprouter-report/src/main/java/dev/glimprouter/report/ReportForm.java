package dev.glimprouter.report;

import dev.glimprouter.report.internal.form.Csv;
import dev.glimprouter.report.internal.form.LmEvalSamples;
import dev.glimprouter.report.internal.form.Markdown;
import dev.glimprouter.report.internal.form.QuestionRows;
import dev.glimprouter.report.internal.html.Page;

/** What a report is written as. */
public enum ReportForm {
    /** One page that opens offline. */
    HTML(Page.BEGIN),
    /** All but the single questions, for a text. */
    MARKDOWN(Markdown.BEGIN),
    /** A row for each system, for a spreadsheet. */
    CSV(Csv.BEGIN),
    /** A row for each question of each system, without texts, for figures of one's own. */
    QUESTIONS(QuestionRows.BEGIN),
    /** A line for each question, as lm-evaluation-harness logs them. */
    LM_EVAL(LmEvalSamples.BEGIN);

    private final String begin;

    ReportForm(String begin) {
        this.begin = begin;
    }

    /** What every such report begins with. */
    String begin() {
        return begin;
    }
}
