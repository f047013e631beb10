package dev.glimprouter.eval.runner;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.eval.run.Prompting;
import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.run.RunReader;
import dev.glimprouter.eval.run.Selection;
import dev.glimprouter.eval.run.Throughput;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.Reply;
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
import java.util.stream.IntStream;

/** An evaluation of scripted models on sums: question i asks for i + i. */
final class Exam {

    static final RouterConfig RULES =
            RouterConfig.DEFAULT.withSeed(7).withBudget(60).withAnswerLimit(20);

    final ManualTime time = new ManualTime();
    final Path folder;
    Engine small = ScriptedEngine.babbling().withTime(time).named("small");
    Engine large = ScriptedEngine.babbling().withTime(time).named("large");
    List<Contestant> contestants;
    RunListener listener = RunListener.NONE;
    Cancellation cancellation = new Cancellation();
    Dataset dataset = sums(5);
    int repeats = 1;
    int parallel = 1;

    Exam(Path folder, String... strategies) {
        this.folder = folder;
        this.contestants =
                List.of(strategies).stream().map(text -> Contestant.parse(text, RULES)).toList();
    }

    static Dataset sums(int count) {
        return new Dataset(
                "sums",
                "ab".repeat(32),
                Task.MATHS,
                IntStream.range(0, count).mapToObj(Exam::sum).toList(),
                List.of(),
                true);
    }

    private static Problem sum(int i) {
        return new Problem(
                "q" + i,
                "What is %d + %d?".formatted(i, i),
                new Gold.Whole(BigInteger.valueOf(2L * i)));
    }

    /** A model that computes them, but for question 1. */
    static Script calculator() {
        return scene -> {
            String text = scene.head().messages().getLast().content();
            int i = Integer.parseInt(text.replaceAll("\\D+(\\d+).*", "$1"));
            String answer = "\\boxed{%d}".formatted(i == 1 ? 3 : 2 * i);
            return scene.call() % 2 == 0
                    ? Reply.text("Add them.</think>\n\n" + answer).pace(Duration.ofMillis(100))
                    : Reply.text(answer).pace(Duration.ofMillis(100));
        };
    }

    Exam calculating() {
        small = ScriptedEngine.of(calculator()).withTime(time).named("small");
        large = ScriptedEngine.of(calculator()).withTime(time).named("large");
        return this;
    }

    EvaluationPlan plan() {
        return new EvaluationPlan(
                dataset,
                Selection.ALL,
                Prompting.ofInstructModels(dataset.task()),
                contestants,
                repeats,
                parallel,
                Attempts.DEFAULT,
                folder);
    }

    Throughput run() {
        Evaluation evaluation =
                new Evaluation(
                        plan(),
                        Map.of(Writer.SMALL, small, Writer.LARGE, large),
                        Marking.WITHOUT_CODE,
                        time,
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        return evaluation.run(listener, cancellation);
    }

    List<RunEntry> entries(int contestant) {
        List<RunEntry> entries = new ArrayList<>();
        try (RunReader reader = RunReader.open(plan().file(contestants.get(contestant)))) {
            reader.forEachRemaining(entries::add);
        }
        return entries;
    }
}
