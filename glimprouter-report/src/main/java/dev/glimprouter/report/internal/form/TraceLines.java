package dev.glimprouter.report.internal.form;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.report.internal.figures.Sample;
import dev.glimprouter.trace.TraceSummary;

import java.util.LinkedHashMap;
import java.util.Map;

/** A trace alone, as labels and what there is to say. */
public final class TraceLines {

    private TraceLines() {}

    /** The lines, in order. */
    public static Map<String, String> of(Sample sample) {
        TraceSummary of = sample.summary();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("strategy", sample.trace().header().strategy());
        lines.put("outcome", Words.of(of.outcome()));
        of.stop().ifPresent(stop -> lines.put("reasoning ended", Words.of(stop)));
        lines.put(
                "steps",
                "%d, %d by small and %d by large (%s)"
                        .formatted(
                                of.reasoning().steps().size(),
                                of.steps(Writer.SMALL),
                                of.steps(Writer.LARGE),
                                Numbers.percent(of.interventionRate())));
        lines.put(
                "reasoning tokens",
                "%d by small, %d by large (%s)"
                        .formatted(
                                of.tokens(Writer.SMALL),
                                of.tokens(Writer.LARGE),
                                Numbers.percent(of.tokenInterventionRate())));
        lines.put("seconds", Numbers.amount(sample.seconds()));
        return lines;
    }
}
