package dev.glimprouter.benchmarks.gateway;

import dev.glimprouter.benchmarks.Program;
import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.eval.statistics.Mean;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * What everything but the models takes of a routed question, for each request to a model.
 *
 * <pre>benchmarks/gateway-latency.sh [REQUESTS_PER_SECOND [PAIRS_OF_WINDOWS]]</pre>
 *
 * <p>One question after the other goes through the gateway, streamed, with the strategy {@code
 * glimpse} over two scripted models that measure their own time ({@link CannedPair}). What is left
 * of the time from the client's request to the last byte of its reply, divided by the number of
 * requests to the models, is what a hand-over costs: both ways between client and gateway, and for
 * each request both ways between gateway and model, tokenizing by a request where that has to be
 * waited for, and all that the gateway computes.
 */
public final class HandOvers {

    private static final int STEPS = 12;
    private static final int TOKENS = 12;
    private static final double TOKEN_MILLIS = 2;
    private static final int WARM_UPS = 800;
    private static final double MILLI = 1e6;
    private static final double MOST_MILLIS = 1;

    private HandOvers() {}

    /** Measures: questions, the models' chat template. */
    public static void main(String[] arguments) throws IOException {
        int questions = Integer.parseInt(arguments[0]);
        try (Program upstream = Processes.upstream(STEPS, TOKENS)) {
            String[] ports = upstream.answer().split(" ", -1);
            try (Program gateway = Processes.gateway("glimpse", ports[1], ports[2], arguments[1])) {
                int port = Integer.parseInt(gateway.answer());
                byte[] request =
                        CannedModel.request(port, "/v1/chat/completions", "glimprouter", true);
                try (Arm arm = new Arm(port, request, CannedModel.LAST_WORD, 1)) {
                    for (int i = 0; i < WARM_UPS; i++) {
                        arm.inTurn(1);
                        upstream.ask("pair");
                    }
                    upstream.ask("pace " + TOKEN_MILLIS);
                    System.exit(measure(arm, upstream, questions) ? 0 : 1);
                }
            }
        }
    }

    private static boolean measure(Arm arm, Program upstream, int questions) throws IOException {
        double[] each = new double[questions];
        int requests = 0;
        double models = 0;
        double total = 0;
        for (int i = 0; i < questions; i++) {
            long took = arm.inTurn(1)[0];
            String[] told = upstream.ask("pair").split(" ", -1);
            int asked = Integer.parseInt(told[0]);
            long nanos = Long.parseLong(told[1]);
            each[i] = (took - nanos) / MILLI / asked;
            requests += asked;
            models += nanos / MILLI;
            total += took / MILLI;
        }
        System.out.printf(
                Locale.ROOT,
                "routed: %d questions, %.1f requests to the models each; %.1f ms a question, %.1f ms of it the models'%n",
                questions,
                (double) requests / questions,
                total / questions,
                models / questions);
        return report(each);
    }

    private static boolean report(double[] each) {
        Interval interval = Mean.of(each).interval();
        double[] sorted = each.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        boolean reached = median < MOST_MILLIS;
        System.out.printf(
                Locale.ROOT,
                "%s: a hand-over at the median: %.3f ms (mean %.3f to %.3f, 95 %% below %.3f ms); less than %.1f ms wanted%n",
                reached ? "PASSED" : "FAILED",
                median,
                interval.lower(),
                interval.upper(),
                sorted[sorted.length * 95 / 100],
                MOST_MILLIS);
        return reached;
    }
}
