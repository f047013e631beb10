package dev.glimprouter.eval.study;

import dev.glimprouter.engine.Embedder;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Session;
import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.eval.run.Prompting;
import dev.glimprouter.eval.run.Selection;
import dev.glimprouter.eval.runner.Attempts;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.runner.Marking;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.time.Cancellation;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A study of scripted models on sums. Small hesitates at step 1 of 4, where large writes something
 * else; only who reads that gets the sum right, but for question 1, which is always right.
 */
final class TwoMinds {

    static final RouterConfig RULES =
            RouterConfig.DEFAULT.withSeed(7).withBudget(60).withAnswerLimit(20);
    static final double UNIFORM = Math.log(64);
    static final String CAREFULLY = "Carefully we compute that sum.\n\n";

    private static final List<Reply> SMALL =
            List.of(
                    Reply.signed("Read it.\n\n", 0.1, 0, 0),
                    Reply.signed("Then add.\n\n", UNIFORM, 0, 0),
                    Reply.signed("Check it.\n\n", 0.2, 0, 0),
                    Reply.text("So done.</think>").entropy(0.05));
    private static final List<Reply> LARGE =
            List.of(
                    Reply.text("Read it.\n\n"),
                    Reply.text(CAREFULLY),
                    Reply.text("Check it.\n\n"),
                    Reply.text("Fine.</think>"));

    final ManualTime time = new ManualTime();
    final Path file;
    Engine small = ScriptedEngine.of(scene -> reply(scene, SMALL)).withTime(time).named("small");
    Engine large = ScriptedEngine.of(TwoMinds::large).withTime(time).named("large");
    Contestant base = Contestant.parse("small-steps", RULES);
    StudyRules rules = new StudyRules(10, 1, true, Optional.of(Writer.SMALL));
    StudyListener listener = StudyListener.NONE;
    Cancellation cancellation = new Cancellation();
    Dataset dataset = sums(3);

    TwoMinds(Path file) {
        this.file = file;
    }

    private static Dataset sums(int count) {
        return new Dataset(
                "sums",
                "ab".repeat(32),
                Task.MATHS,
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        new Problem(
                                                "q" + i,
                                                "What is %d + %d?".formatted(i, i),
                                                new Gold.Whole(BigInteger.valueOf(2L * i))))
                        .toList(),
                List.of(),
                true);
    }

    /** Rates what it would write itself with 9, and anything else with 0.6 * 3 + 0.4 * 8 = 5. */
    static Reply large(Scene scene) {
        if (scene.aside().isEmpty()) {
            return reply(scene, LARGE);
        }
        return scene.text().contains("Then add.\n\n" + scene.aside().get().asText())
                ? Reply.opinion(Map.of("3", 0.6, "8", 0.4))
                : Reply.opinion(Map.of("9", 1.0));
    }

    private static Reply reply(Scene scene, List<Reply> steps) {
        String text = scene.text();
        if (text.contains("</think>")) {
            String question = scene.head().messages().getLast().content();
            int i = Integer.parseInt(question.replaceAll("\\D+(\\d+).*", "$1"));
            boolean right = i == 1 || text.contains(CAREFULLY);
            return Reply.text("\\boxed{%d}".formatted(right ? 2 * i : 99));
        }
        return steps.get(text.split("\n\n", -1).length - 1);
    }

    StudyPlan plan() {
        return new StudyPlan(
                dataset,
                Selection.ALL,
                Prompting.ofInstructModels(dataset.task()),
                base,
                rules,
                Attempts.DEFAULT,
                file);
    }

    void run() {
        new StudyRun(
                        plan(),
                        Map.of(Writer.SMALL, small, Writer.LARGE, large),
                        Marking.WITHOUT_CODE,
                        time,
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .run(listener, cancellation);
    }

    /** The same with a small model that tells two texts apart by their length alone. */
    TwoMinds embedding() {
        small = new Embedding(small);
        return this;
    }

    /** An engine that embeds. */
    record Embedding(Engine inner) implements Engine {
        @Override
        public EngineInfo info() {
            return inner.info();
        }

        @Override
        public Session open(Prompt head) {
            return inner.open(head);
        }

        @Override
        public Optional<Embedder> embedder() {
            return Optional.of(new ByLength());
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    private static final class ByLength implements Embedder {
        @Override
        public float[] embed(String text) {
            double angle = text.length() / 100.0;
            return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
        }

        @Override
        public void close() {}
    }
}
