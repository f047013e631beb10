package dev.glimprouter.report;

import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.eval.run.Prompting;
import dev.glimprouter.eval.run.Selection;
import dev.glimprouter.eval.runner.Attempts;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.runner.Evaluation;
import dev.glimprouter.eval.runner.EvaluationPlan;
import dev.glimprouter.eval.runner.Marking;
import dev.glimprouter.eval.runner.RunListener;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.time.Cancellation;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Run files of scripted models: an evaluation as it is, only that nothing thinks. Question i asks
 * for i + i.
 *
 * @param folder where the files go
 * @param questions how many are asked
 * @param publishable whether reports may show their texts
 */
record ScriptedRun(Path folder, int questions, boolean publishable) {

    private static final RouterConfig RULES =
            RouterConfig.DEFAULT.withSeed(7).withBudget(2048).withAnswerLimit(64);

    static ScriptedRun of(Path folder, int questions) {
        return new ScriptedRun(folder, questions, true);
    }

    ScriptedRun secret() {
        return new ScriptedRun(folder, questions, false);
    }

    /** The run files of these strategies, in their order. */
    List<Path> write(Script small, Script large, String... strategies) {
        ManualTime time = new ManualTime();
        EvaluationPlan plan = plan(strategies);
        Evaluation evaluation =
                new Evaluation(
                        plan,
                        Map.of(
                                Writer.SMALL,
                                ScriptedEngine.of(small).withTime(time).named("tiny"),
                                Writer.LARGE,
                                ScriptedEngine.of(large).withTime(time).named("huge")),
                        Marking.WITHOUT_CODE,
                        time,
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        evaluation.run(RunListener.NONE, new Cancellation());
        return plan.contestants().stream().map(plan::file).toList();
    }

    private EvaluationPlan plan(String... strategies) {
        return new EvaluationPlan(
                dataset(),
                Selection.ALL,
                Prompting.ofInstructModels(Task.MATHS),
                List.of(strategies).stream()
                        .map(strategy -> Contestant.parse(strategy, RULES))
                        .toList(),
                1,
                1,
                Attempts.DEFAULT,
                folder);
    }

    private Dataset dataset() {
        return new Dataset(
                "sums",
                "ab".repeat(32),
                Task.MATHS,
                IntStream.range(0, questions).mapToObj(ScriptedRun::sum).toList(),
                List.of(),
                publishable);
    }

    private static Problem sum(int i) {
        return new Problem(
                "sum-" + i,
                "What is %d + %d?".formatted(i, i),
                new Gold.Whole(BigInteger.valueOf(2L * i)));
    }
}
