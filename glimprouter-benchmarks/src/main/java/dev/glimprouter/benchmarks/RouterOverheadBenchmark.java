package dev.glimprouter.benchmarks;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.question.Question;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.trace.TraceWriter;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * What a step costs beside the models: microseconds for each of 64 steps of 20 tokens, every fourth
 * written by large.
 *
 * <p>The engines are scripted, with a vocabulary of 64. {@code engineAlone} makes the calls that
 * the router makes, without a router. The router's own cost is {@code routed} or {@code traced}
 * less {@code engineAlone}, and has to stay below 50 microseconds a step. The entropy of a real
 * vocabulary comes on top: EntropyBenchmark.
 *
 * <pre>benchmarks/jmh.sh RouterOverheadBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RouterOverheadBenchmark {

    private static final int STEPS = 64;
    private static final int LARGE_EVERY = 4;
    private static final Question QUESTION = Question.of("How much is the overhead?");

    private final Reply[] small = new Reply[STEPS];
    private final Reply[] large = new Reply[STEPS];
    private final Reply answer = Reply.text("It is small.");
    private Path file = Path.of("overhead.jsonl");

    /** Writes the scripts and makes a file for traces. */
    @Setup
    public void prepare() throws IOException {
        file = Files.createTempFile("overhead", ".jsonl");
        for (int step = 0; step < STEPS; step++) {
            boolean last = step == STEPS - 1;
            String words = " and so we go on".repeat(3) + (last ? "</think>" : ".\n\n");
            double entropy = step % LARGE_EVERY == 1 ? 1.5 : 0.2;
            small[step] = Reply.text("Step " + step + words).entropy(entropy);
            large[step] = Reply.text("Indeed " + step + words);
        }
    }

    /** Removes the file. */
    @TearDown
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    /** A question through the router. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Result routed() {
        return ask(_ -> {});
    }

    /** The same with a trace file. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Result traced() {
        try (TraceWriter trace = TraceWriter.open(file, Clock.systemUTC())) {
            return ask(trace);
        }
    }

    /** The same calls of the engines without a router. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int engineAlone() {
        Prompt head = new Prompt(QUESTION.messages(), Prompt.THINK);
        int tokens = 0;
        try (ScriptedEngine smallEngine = smallEngine();
                ScriptedEngine largeEngine = largeEngine();
                Session smallSession = smallEngine.open(head);
                Session largeSession = largeEngine.open(head)) {
            StringBuilder text = new StringBuilder();
            for (int step = 0; step < STEPS; step++) {
                boolean escalated = step % LARGE_EVERY == 1;
                text.setLength(0);
                tokens += pull(smallSession, Until.STEP, escalated ? 1 : Integer.MAX_VALUE, text);
                if (escalated) {
                    text.setLength(0);
                    tokens += pull(largeSession, Until.STEP, Integer.MAX_VALUE, text);
                }
                smallSession.append(text.toString());
                largeSession.append(text.toString());
            }
            tokens += pull(largeSession, Until.END_OF_SEQUENCE, Integer.MAX_VALUE, text);
        }
        return tokens;
    }

    private static int pull(Session session, Until until, int most, StringBuilder text) {
        Generation request = new Generation(Sampling.DEFAULT, 512, until, Distributions.FIRST, 0);
        int tokens = 0;
        try (TokenStream stream = session.generate(request)) {
            while (tokens < most) {
                var token = stream.next();
                if (token.isEmpty()) {
                    break;
                }
                text.append(token.get().text());
                tokens++;
            }
        }
        return tokens;
    }

    private Result ask(RouteListener listener) {
        try (ScriptedEngine smallEngine = smallEngine();
                ScriptedEngine largeEngine = largeEngine()) {
            Result result =
                    GlimpRouter.of(smallEngine, largeEngine)
                            .ask(QUESTION, listener, new Cancellation());
            if (result.reasoning().steps().size() != STEPS) {
                throw new IllegalStateException("not " + STEPS + " steps: " + result.stop());
            }
            return result;
        }
    }

    private ScriptedEngine smallEngine() {
        return ScriptedEngine.of(scene -> small[scene.call()]);
    }

    private ScriptedEngine largeEngine() {
        return ScriptedEngine.of(this::byLarge);
    }

    private Reply byLarge(Scene scene) {
        return scene.request().until() == Until.END_OF_SEQUENCE ? answer : large[scene.call()];
    }
}
