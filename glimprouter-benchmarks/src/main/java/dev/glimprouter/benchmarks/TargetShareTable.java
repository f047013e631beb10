package dev.glimprouter.benchmarks;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.TargetShare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The share of steps that large reaches over a stream of questions, beside the one that is wanted.
 *
 * <pre>benchmarks/target-share.sh FILE.jsonl [QUESTIONS [SMALL LARGE]]</pre>
 */
public final class TargetShareTable {

    private static final int SEED = 1;
    private static final RouterConfig RULES =
            RouterConfig.DEFAULT.withBudget(256).withAnswerLimit(1).withSeed(SEED);
    private static final double[] WANTED = {0.10, 0.25, 0.50};
    private static final double TOLERANCE = 0.03;

    private final Pair pair;
    private final List<GradedQuestion> questions;

    private TargetShareTable(Pair pair, List<GradedQuestion> questions) {
        this.pair = pair;
        this.questions = questions;
    }

    /** Asks: how many questions, their file, the small and the large model. */
    public static void main(String[] arguments) throws IOException {
        List<GradedQuestion> questions =
                GradedQuestion.read(Path.of(arguments[1]), Integer.parseInt(arguments[0]));
        boolean passed = true;
        try (Pair pair =
                Pair.open(
                        arguments[2],
                        arguments[3],
                        EngineOptions.DEFAULT.withContextTokens(2048))) {
            TargetShareTable table = new TargetShareTable(pair, questions);
            System.out.printf(
                    "%d questions, seed %d, budget %d tokens%n%n| wanted | reached | steps by large | difference in points |%n| --- | --- | --- | --- |%n",
                    questions.size(), SEED, RULES.budget());
            for (double wanted : WANTED) {
                passed &= table.row(wanted);
            }
        }
        System.out.println(passed ? "PASSED" : "FAILED");
        if (!passed) {
            System.exit(1);
        }
    }

    private boolean row(double wanted) {
        TargetShare share =
                new TargetShare(
                        wanted,
                        TargetShare.Over.STREAM,
                        TargetShare.Of.STEPS,
                        TargetShare.DEFAULT_SLACK);
        GlimpRouter router =
                pair.router().withStrategy(new ProbeThenDispatch(share)).withConfig(RULES);
        int steps = 0;
        int byLarge = 0;
        for (GradedQuestion each : questions) {
            Result result = router.ask(each.question());
            steps += result.reasoning().steps().size();
            byLarge += result.reasoning().stepsBy(Writer.LARGE);
        }
        double reached = (double) byLarge / steps;
        System.out.printf(
                Locale.ROOT,
                "| %.0f %% | %.1f %% | %d of %d | %+.1f |%n",
                100 * wanted,
                100 * reached,
                byLarge,
                steps,
                100 * (reached - wanted));
        return Math.abs(reached - wanted) <= TOLERANCE;
    }
}
