package dev.glimprouter.report.internal.form;

import dev.glimprouter.eval.internal.text.CsvLine;
import dev.glimprouter.event.Usage;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.report.internal.figures.Sample;
import dev.glimprouter.report.internal.figures.SampleListener;
import dev.glimprouter.trace.TraceSummary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What came of each question under each system, a row each, by RFC 4180: all that intervals and
 * comparisons are computed from, and no text. What is unknown is empty.
 */
public final class QuestionRows implements SampleListener {

    /** What the text begins with. */
    public static final String BEGIN = "system,question,repeat,mark,";

    private static final List<String> HEAD =
            List.of(
                    "system",
                    "question",
                    "repeat",
                    "mark",
                    "place",
                    "attempts",
                    "alone",
                    "seconds",
                    "steps",
                    "steps_by_large",
                    "small_tokens",
                    "large_tokens",
                    "stop");

    private final Appendable out;
    private final List<String> systems;

    /**
     * Rows go here; the head goes at once.
     *
     * @param systems what they are called, in order
     */
    public QuestionRows(Appendable out, List<String> systems) {
        this.out = out;
        this.systems = systems;
        row(HEAD);
    }

    @Override
    public void on(int system, Sample sample, boolean publishable) {
        TraceSummary summary = sample.summary();
        row(
                List.of(
                        systems.get(system),
                        sample.key().problem(),
                        Integer.toString(sample.key().repeat()),
                        Words.of(sample.mark()),
                        place(sample),
                        Integer.toString(sample.attempts()),
                        Boolean.toString(sample.alone()),
                        Double.toString(sample.seconds()),
                        Integer.toString(summary.reasoning().steps().size()),
                        Integer.toString(summary.steps(Writer.LARGE)),
                        tokens(summary, Writer.SMALL),
                        tokens(summary, Writer.LARGE),
                        summary.stop().map(Words::of).orElse("")));
    }

    private static String place(Sample sample) {
        return sample.grade()
                .filter(grade -> grade.found().isPresent())
                .map(grade -> Words.of(grade.place()))
                .orElse("");
    }

    private static String tokens(TraceSummary summary, Writer writer) {
        if (summary.usage().isEmpty()) {
            return "";
        }
        Usage usage = summary.usage().getOrDefault(writer, Usage.NONE);
        return Long.toString(usage.generatedTokens());
    }

    private void row(List<String> cells) {
        try {
            out.append(CsvLine.of(cells)).append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
