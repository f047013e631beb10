package dev.glimprouter.benchmarks.replay;

import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.Trace;
import dev.glimprouter.trace.TraceSummary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who writes which step with how many tokens: all that a replay keeps of a recorded question.
 *
 * @param steps the steps in order, at least one
 * @param answerTokens tokens of the answer
 */
record ReplayRoute(List<Leg> steps, int answerTokens) {

    /** Mean length of a step in tokens, where nothing was recorded. */
    private static final int MEAN_TOKENS = 20;

    /** One step. */
    record Leg(Writer writer, int tokens) {}

    ReplayRoute {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || answerTokens < 1 || steps.stream().anyMatch(leg -> leg.tokens < 1)) {
            throw new IllegalArgumentException("a route has steps and an answer, none empty");
        }
    }

    /** The route of a finished question. */
    static ReplayRoute of(Path trace) {
        TraceSummary summary = Trace.read(trace).summary();
        List<Leg> legs = new ArrayList<>();
        long large = 0;
        for (Step step : summary.reasoning().steps()) {
            legs.add(new Leg(step.writer(), Math.max(1, step.tokens())));
            large += step.writer() == Writer.LARGE ? step.tokens() : 0;
        }
        var usage = summary.usage().get(Writer.LARGE);
        long generated = usage == null ? 1 : usage.generatedTokens();
        return new ReplayRoute(legs, (int) Math.max(1, generated - large));
    }

    /** A drawn route: step lengths from a third to five thirds of the mean, a share by large. */
    static ReplayRoute drawn(int steps, double largeShare, int answerTokens, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Leg> legs = new ArrayList<>();
        double owed = 0;
        for (int i = 0; i < steps; i++) {
            owed += largeShare;
            boolean large = owed >= 1;
            owed -= large ? 1 : 0;
            int tokens = random.nextInt(MEAN_TOKENS / 3, MEAN_TOKENS * 5 / 3 + 1);
            legs.add(new Leg(large ? Writer.LARGE : Writer.SMALL, tokens));
        }
        return new ReplayRoute(legs, answerTokens);
    }

    int tokens(Writer writer) {
        return steps.stream().filter(leg -> leg.writer == writer).mapToInt(Leg::tokens).sum();
    }

    int tokens() {
        return tokens(Writer.SMALL) + tokens(Writer.LARGE) + answerTokens;
    }

    @Override
    public String toString() {
        long large = steps.stream().filter(leg -> leg.writer == Writer.LARGE).count();
        return "%d steps (%d by large), %d + %d tokens by small and large, answer %d"
                .formatted(
                        steps.size(),
                        large,
                        tokens(Writer.SMALL),
                        tokens(Writer.LARGE),
                        answerTokens);
    }
}
