package dev.glimprouter.eval.calibrate;

import dev.glimprouter.engine.Engine;
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
import dev.glimprouter.eval.runner.PlanRunner;
import dev.glimprouter.eval.runner.RunListener;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.time.Cancellation;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Sums by scripted models whose scores are known: question i takes two steps; small's H_init is
 * 0.15 + i / 10 before the first one and 0 before the second one.
 */
public final class Sums {

    public static final RouterConfig RULES =
            RouterConfig.DEFAULT.withSeed(7).withBudget(60).withAnswerLimit(20);

    /** Who is asked for how many questions, in order. */
    public final List<String> asked = new ArrayList<>();

    private final ManualTime time = new ManualTime();
    private final Path folder;
    private final int count;
    private IntFunction<String> text = i -> "What is %d + %d?".formatted(i, i);
    private Script small = scene -> steps(scene, "Add.", 0.15 + 0.1 * index(scene), 0);
    private Script large = scene -> steps(scene, "Plan.", 0, 0);
    private int parallel = 1;

    public Sums(Path folder, int count) {
        this.folder = folder;
        this.count = count;
    }

    /** Both steps and the answer, from where the text ends. */
    static Reply steps(Scene scene, String first, double firstNats, double secondNats) {
        String answer = "\\boxed{%d}".formatted(2 * index(scene));
        String text = scene.text();
        if (text.contains("</think>")) {
            return Reply.text(answer);
        }
        return text.isEmpty()
                ? Reply.text(first + "\n\nSo.</think>\n\n" + answer).entropy(firstNats)
                : Reply.text("So.</think>\n\n" + answer).entropy(secondNats);
    }

    /** Which question it is. */
    static int index(Scene scene) {
        String text = scene.head().messages().getLast().content();
        return Integer.parseInt(text.replaceAll("\\D*(\\d+)(?s:.*)", "$1"));
    }

    public Sums asking(IntFunction<String> texts) {
        text = texts;
        return this;
    }

    Sums withSmall(Script script) {
        small = script;
        return this;
    }

    Sums withLarge(Script script) {
        large = script;
        return this;
    }

    /** Large takes four times as long for a token. */
    Sums paced() {
        Script quick = small;
        Script slow = large;
        small = scene -> quick.reply(scene).pace(Duration.ofMillis(100));
        large = scene -> slow.reply(scene).pace(Duration.ofMillis(400));
        return this;
    }

    Sums together() {
        parallel = 4;
        return this;
    }

    private Dataset dataset() {
        return new Dataset(
                "sums",
                "ab".repeat(32),
                Task.MATHS,
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        new Problem(
                                                "q" + i,
                                                text.apply(i),
                                                new Gold.Whole(BigInteger.valueOf(2L * i))))
                        .toList(),
                List.of(),
                true);
    }

    public EvaluationPlan questions() {
        return new EvaluationPlan(
                dataset(),
                Selection.ALL,
                Prompting.ofInstructModels(Task.MATHS),
                List.of(Contestant.parse("small", RULES)),
                1,
                parallel,
                Attempts.DEFAULT,
                folder);
    }

    /** Asks, and keeps count of who was asked. */
    public PlanRunner runner() {
        Map<Writer, Engine> engines =
                Map.of(
                        Writer.SMALL,
                        ScriptedEngine.of(small).withTime(time).named("small"),
                        Writer.LARGE,
                        ScriptedEngine.of(large).withTime(time).named("large"));
        return plan -> {
            var throughput =
                    new Evaluation(
                                    plan,
                                    engines,
                                    Marking.WITHOUT_CODE,
                                    time,
                                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                            .run(RunListener.NONE, new Cancellation());
            asked.add(throughput.questions() + " by " + names(plan));
            return throughput;
        };
    }

    private static String names(EvaluationPlan plan) {
        return String.join(" and ", plan.contestants().stream().map(Contestant::name).toList());
    }

    CalibrationPlan plan(String strategy, Target target, int rounds) {
        Tunable tunable = Tunable.parse(strategy, RULES);
        double start = tunable.knob().range().usual();
        return new CalibrationPlan(questions(), tunable, start, target, rounds);
    }

    Part find(String strategy, Target target, int rounds) {
        return new Calibration(runner(), CalibrationListener.NONE)
                .find(plan(strategy, target, rounds));
    }

    Profile profile(String strategy, Target target) {
        return new Calibration(runner(), CalibrationListener.NONE)
                .profile(plan(strategy, target, 4));
    }
}
