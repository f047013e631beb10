package dev.glimprouter.engine;

import dev.glimprouter.benchmarks.Logits;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/**
 * One draw from a vocabulary of 151,936 tokens; with the paper's sampling it should stay below 400
 * microseconds.
 *
 * <pre>benchmarks/jmh.sh SamplerBenchmark -prof gc</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(3)
public class SamplerBenchmark {

    private final float[] logits = Logits.bell(5, 1);
    private final float[] flat = new float[Logits.VOCABULARY];

    /** How tokens are drawn. */
    @Param({"PAPER", "QWEN", "GREEDY", "PLAIN"})
    public Rule rule = Rule.PAPER;

    private LogitSampler sampler = new LogitSampler(Sampling.DEFAULT, 1);

    /** Some ways to draw. */
    public enum Rule {
        /** Temperature 0.6, top-p 0.95. */
        PAPER,
        /** The same with top-k 20, as Qwen's models advise. */
        QWEN,
        /** The likeliest. */
        GREEDY,
        /** Temperature 1, no filter. */
        PLAIN;

        private Sampling sampling() {
            return switch (this) {
                case PAPER -> Sampling.DEFAULT;
                case QWEN -> new Sampling(0.6, 0.95, 20, 0);
                case GREEDY -> Sampling.GREEDY;
                case PLAIN -> new Sampling(1, 1, 0, 0);
            };
        }
    }

    /** Takes the rule. */
    @Setup
    public void prepare() {
        sampler = new LogitSampler(rule.sampling(), 1);
    }

    /** A model's logits. */
    @Benchmark
    public int peaked() {
        return sampler.sample(logits);
    }

    /** Equal logits: every token is a candidate. */
    @Benchmark
    public int flat() {
        return sampler.sample(flat);
    }
}
