package dev.glimprouter.benchmarks;

import dev.glimprouter.eval.statistics.Bootstrap;
import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.eval.statistics.Quantile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Compares the decode speed of the embedded engine with the plain C loop, in interleaved pairs.
 *
 * <p>Both programs stay alive and never decode at the same time. In each pair both run the same
 * seed, in alternating order, since a program is faster where it ran last; the ratio is engine
 * speed over C speed, in tokens a second. The first pair only warms up. A pair in which a model
 * ended its text early is taken again with another seed. Two neighbouring pairs have opposite
 * orders, so the geometric mean of their ratios is free of it: it is reported beside the median of
 * all pairs.
 *
 * <pre>benchmarks/decode-vs-c.sh MODEL.gguf [PAIRS [THREADS]]</pre>
 */
public final class DecodeComparison {

    private static final double WANTED = 0.97;
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private DecodeComparison() {}

    /** What a run took. */
    private record Run(double nanos, int tokens, String hash) {
        static Run parse(String line) {
            String[] parts = line.split(" ", -1);
            return new Run(Double.parseDouble(parts[0]), Integer.parseInt(parts[1]), parts[2]);
        }

        double tokensPerSecond() {
            return tokens / nanos * 1e9;
        }
    }

    /**
     * Runs the comparison: pairs, the C program, the library directory, the model, threads.
     *
     * @throws IOException if a program fails
     */
    public static void main(String[] arguments) throws IOException {
        int pairs = Integer.parseInt(arguments[0]);
        List<String> common = List.of(arguments).subList(2, 5);
        List<String> c = new ArrayList<>(List.of(arguments[1]));
        c.addAll(common);
        try (Program engine = Program.start(engineCommand(common));
                Program loop = Program.start(c)) {
            loop.order(engine.answer());
            report(measure(engine, loop, pairs));
        }
    }

    private static List<String> engineCommand(List<String> common) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                System.getProperty("java.home") + "/bin/java",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DecodeSpeed.class.getName()));
        command.addAll(common);
        return command;
    }

    private static double[] measure(Program engine, Program loop, int pairs) throws IOException {
        double[] ratios = new double[pairs];
        int done = -1;
        for (long seed = 1; done < pairs; seed++) {
            boolean engineFirst = done % 2 == 0;
            Run first = run(engineFirst ? engine : loop, seed);
            Run second = run(engineFirst ? loop : engine, seed);
            Run ours = engineFirst ? first : second;
            Run theirs = engineFirst ? second : first;
            if (Math.min(ours.tokens(), theirs.tokens()) == DecodeSpeed.RUN_TOKENS) {
                double ratio = ours.tokensPerSecond() / theirs.tokensPerSecond();
                if (done >= 0) {
                    ratios[done] = ratio;
                }
                done++;
                print(done, ours, theirs, ratio);
            }
        }
        return ratios;
    }

    private static Run run(Program program, long seed) throws IOException {
        LockSupport.parkNanos(REST_NANOS);
        return Run.parse(program.ask(Long.toString(seed)));
    }

    private static void print(int pair, Run ours, Run theirs, double ratio) {
        System.out.printf(
                Locale.ROOT,
                "pair %2d: engine %5.1f, C loop %5.1f tokens/s, ratio %.3f, %s tokens%s%n",
                pair,
                ours.tokensPerSecond(),
                theirs.tokensPerSecond(),
                ratio,
                ours.hash().equals(theirs.hash()) ? "same" : "other",
                pair == 0 ? " (warm-up)" : "");
    }

    private static void report(double[] ratios) {
        double median = Quantile.median(ratios);
        print("ratio of a pair", ratios);
        print("both orders", bothOrders(ratios));
        System.out.printf(
                Locale.ROOT,
                "%s: the median is %s %.2f%n",
                median >= WANTED ? "PASSED" : "FAILED",
                median >= WANTED ? "at least" : "below",
                WANTED);
    }

    private static double[] bothOrders(double[] ratios) {
        return IntStream.range(0, ratios.length / 2)
                .mapToDouble(i -> Math.sqrt(ratios[2 * i] * ratios[2 * i + 1]))
                .toArray();
    }

    private static void print(String what, double[] ratios) {
        Interval interval =
                new Bootstrap(1)
                        .percentile(
                                ratios.length,
                                picked ->
                                        Quantile.median(
                                                Arrays.stream(picked)
                                                        .mapToDouble(i -> ratios[i])
                                                        .toArray()));
        System.out.printf(
                Locale.ROOT,
                "%s: median %.3f of %d, 95%% interval %.3f to %.3f (least %.3f, most %.3f)%n",
                what,
                Quantile.median(ratios),
                ratios.length,
                interval.lower(),
                interval.upper(),
                Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow());
    }
}
