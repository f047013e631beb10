package dev.glimprouter.eval.calibrate;

import dev.glimprouter.eval.calibrate.Forecast.Scored;
import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.run.RunReader;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.TraceSummary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the scores of a run that were compared with its threshold. */
final class Scores {

    private static final double NANOS = 1e9;

    /** One step: its score and the tokens of who wrote it. */
    private record Told(double score, int tokens) {}

    private final Knob knob;
    private final double threshold;
    private final List<Told> told = new ArrayList<>();
    private final Map<Writer, Usage> usage = new EnumMap<>(Writer.class);
    private final Map<Writer, Long> stepTokens = new EnumMap<>(Writer.class);
    private final Map<Writer, Long> stepNanos = new EnumMap<>(Writer.class);
    private int steps;
    private int answered;

    private Scores(Knob knob, double threshold) {
        this.knob = knob;
        this.threshold = threshold;
    }

    /** Reads a run file. */
    static Scores of(Path file, Knob knob, double threshold) {
        Scores scores = new Scores(knob, threshold);
        try (RunReader reader = RunReader.open(file)) {
            reader.forEachRemaining(scores::add);
        }
        return scores;
    }

    private void add(RunEntry entry) {
        if (entry.grade().isEmpty()) {
            return;
        }
        answered++;
        TraceSummary summary = entry.trace().summary();
        summary.usage().forEach((writer, more) -> usage.merge(writer, more, Usage::plus));
        for (Step step : summary.reasoning().steps()) {
            steps++;
            stepTokens.merge(step.writer(), (long) step.tokens(), Long::sum);
            stepNanos.merge(step.writer(), step.nanos(), Long::sum);
            step.decision()
                    .filter(this::isCompared)
                    .ifPresent(made -> told.add(new Told(made.score(), step.tokens())));
        }
    }

    private boolean isCompared(Decision made) {
        return knob.told()
                && made.policy().startsWith(knob.strategy() + "(")
                && made.threshold() == threshold
                && Double.isFinite(made.score());
    }

    /** What the target's figure would be at other thresholds, from what it is at this one. */
    Forecast forecast(Target.Level target, double measured) {
        List<Scored> scored =
                told.stream()
                        .map(step -> new Scored(step.score(), weight(target, step.tokens())))
                        .toList();
        return new Forecast(measured, threshold, knob.large(), scored);
    }

    private double weight(Target.Level target, int tokens) {
        return switch (target) {
            case Target.Steps _ -> 1.0 / steps;
            case Target.Tokens _ ->
                    (double) tokens / (tokensOf(Writer.SMALL) + tokensOf(Writer.LARGE));
            case Target.Seconds _ ->
                    tokens
                            * (secondsOfToken(Writer.LARGE) - secondsOfToken(Writer.SMALL))
                            / answered;
        };
    }

    private long tokensOf(Writer writer) {
        return usage.getOrDefault(writer, Usage.NONE).generatedTokens();
    }

    /** By the steps that it wrote; without any, by its answers. */
    private double secondsOfToken(Writer writer) {
        long inSteps = stepTokens.getOrDefault(writer, 0L);
        if (inSteps > 0) {
            return stepNanos.getOrDefault(writer, 0L) / NANOS / inSteps;
        }
        Usage all = usage.getOrDefault(writer, Usage.NONE);
        return all.generatedTokens() == 0 ? 0 : all.decodeNanos() / NANOS / all.generatedTokens();
    }
}
