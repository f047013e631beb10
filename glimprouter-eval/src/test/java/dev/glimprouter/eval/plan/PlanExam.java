package dev.glimprouter.eval.plan;

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
import dev.glimprouter.eval.runner.RunListener;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.Cue;
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
import java.util.stream.IntStream;

/**
 * Runs of scripted models on a simulated clock, in which everything takes a known time: question i
 * has 3 + i mod 3 steps of 6 tokens by small or 9 by large, and step k of it an H_init of 1.5 nats
 * where i + k is divisible by 3, else of 0.2.
 */
final class PlanExam {

    static final double SMALL_PROMPT = 0.001;
    static final double LARGE_PROMPT = 0.002;
    static final RouterConfig RULES =
            RouterConfig.DEFAULT.withSeed(7).withBudget(400).withAnswerLimit(20);

    private final ManualTime time = new ManualTime();
    private final Path folder;
    private final Engine small;
    private final Engine large;
    int parallel = 1;

    /** Models that take so long for a token of their own. */
    PlanExam(Path folder, Duration smallPace, Duration largePace) {
        this(folder, smallPace, largePace, "large");
    }

    private PlanExam(Path folder, Duration smallPace, Duration largePace, String largeName) {
        this.folder = folder;
        this.small = engine("S", " a b c d", smallPace, SMALL_PROMPT, "small");
        this.large = engine("L", " a b c d e f g", largePace, LARGE_PROMPT, largeName);
    }

    /** 10 ms by small, 40 ms by large. */
    PlanExam(Path folder) {
        this(folder, Duration.ofMillis(10), Duration.ofMillis(40));
    }

    /** With another large model. */
    PlanExam withLarge(String name) {
        return new PlanExam(
                folder.resolve(name), Duration.ofMillis(10), Duration.ofMillis(40), name);
    }

    private Engine engine(
            String mark, String words, Duration pace, double promptSeconds, String name) {
        return ScriptedEngine.of(script(mark, words, pace))
                .withTime(time)
                .withPrefill((long) (promptSeconds * 1e9))
                .withBranches(1)
                .named(name);
    }

    /** The first token is for free, unless the last text is the model's own. */
    private static Script script(String mark, String words, Duration pace) {
        return scene -> {
            if (scene.aside().isPresent()) {
                return Reply.opinion(Map.of("7", 1.0));
            }
            int question =
                    Integer.parseInt(
                            scene.head().messages().getLast().content().replaceAll("\\D+", ""));
            String before = scene.text().stripTrailing();
            int cut = before.lastIndexOf("\n\n");
            String last = cut < 0 ? before : before.substring(cut + 2);
            boolean own = !before.isEmpty() && last.startsWith(mark) && !last.endsWith(">");
            return reply(scene, mark, words, question)
                    .pace(pace)
                    .after(own ? pace : Duration.ZERO)
                    .entropy((done(scene) + question) % 3 == 0 ? 1.5 : 0.2);
        };
    }

    private static int done(Scene scene) {
        return (int) scene.text().lines().filter(line -> line.contains(":")).count();
    }

    /** The rest of the text and the end of the sequence; no two steps are alike. */
    private static Reply reply(Scene scene, String mark, String words, int question) {
        StringBuilder text = new StringBuilder();
        if (!scene.text().contains("</think>")) {
            int steps = 3 + question % 3;
            for (int step = done(scene); step < steps; step++) {
                text.append(mark).append(step).append(':').append(words);
                text.append(step < steps - 1 ? "\n\n" : "</think>\n\n");
            }
        }
        text.append("\\boxed{").append(2 * question).append('}');
        List<Cue> cues = new ArrayList<>();
        Reply.text(text.toString()).cues().forEach(cues::add);
        cues.add(Cue.Word.ofEnd());
        return new Reply(cues);
    }

    /** Asks questions from one number to below another one; the files by strategy. */
    Recordings record(int from, int to, String... strategies) {
        return Recordings.read(run(from, to, strategies));
    }

    /** The run files. */
    List<Path> run(int from, int to, String... strategies) {
        List<Contestant> contestants =
                List.of(strategies).stream().map(text -> Contestant.parse(text, RULES)).toList();
        EvaluationPlan plan =
                new EvaluationPlan(
                        sums(from, to),
                        Selection.ALL,
                        Prompting.ofInstructModels(Task.MATHS),
                        contestants,
                        1,
                        parallel,
                        Attempts.DEFAULT,
                        folder.resolve("from-%d-to-%d-by-%d".formatted(from, to, parallel)));
        new Evaluation(
                        plan,
                        Map.of(Writer.SMALL, small, Writer.LARGE, large),
                        Marking.WITHOUT_CODE,
                        time,
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .run(RunListener.NONE, new Cancellation());
        return contestants.stream().map(plan::file).toList();
    }

    private static Dataset sums(int from, int to) {
        return new Dataset(
                "sums",
                "ab".repeat(32),
                Task.MATHS,
                IntStream.range(from, to)
                        .mapToObj(
                                i ->
                                        new Problem(
                                                "q" + i,
                                                "Twice %d?".formatted(i),
                                                new Gold.Whole(BigInteger.valueOf(2L * i))))
                        .toList(),
                List.of(),
                true);
    }

    /** Mean seconds that a recorded strategy took. */
    static double measured(Recordings recordings, String system) {
        return recordings.of(system).orElseThrow().timed().stream()
                .mapToDouble(one -> one.seconds().orElseThrow())
                .average()
                .orElseThrow();
    }
}
