package dev.glimprouter.glimpse;

import dev.glimprouter.benchmarks.Logits;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/**
 * Exact entropy over a vocabulary of 151,936 tokens: the kernel, which has to stay below 500
 * microseconds, and the straightforward version.
 *
 * <pre>benchmarks/jmh.sh EntropyBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(3)
public class EntropyBenchmark {

    private final float[] logits = Logits.bell(5, 1);

    /** The kernel. */
    @Benchmark
    public double kernel() {
        return EntropyKernel.nats(logits);
    }

    /** The straightforward version. */
    @Benchmark
    public double reference() {
        return EntropyKernel.reference(logits);
    }
}
