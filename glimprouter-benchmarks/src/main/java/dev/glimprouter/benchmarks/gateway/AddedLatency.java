package dev.glimprouter.benchmarks.gateway;

import dev.glimprouter.benchmarks.Program;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the gateway adds to a request that one model answers alone (strategy {@code large}): direct
 * and through the gateway in windows that follow each other, at a rate that does not wait for
 * replies.
 *
 * <pre>benchmarks/gateway-latency.sh [REQUESTS_PER_SECOND [PAIRS_OF_WINDOWS]]</pre>
 *
 * <p>The model ({@link CannedModel}), the gateway and the client are processes of their own on one
 * machine. The client sends the same bytes both ways but for the port and the model's name, over as
 * many connections that stay open, and the time ends with the last byte of the reply. Before they
 * count, requests go through at twice the rate for as long as the gateway is still being compiled.
 */
public final class AddedLatency {

    private static final int CONNECTIONS = 16;
    private static final int WINDOW_SECONDS = 1;
    private static final int FIRST_WARM_UP_SECONDS = 90;
    private static final int WARM_UP_SECONDS = 15;
    private static final double MOST_MEDIAN_MILLIS = 0.5;
    private static final double MOST_LATE_MILLIS = 3;

    private final double perSecond;
    private final int pairs;
    private final Program upstream;
    private final Program gateway;
    private final int direct;
    private final int through;

    private AddedLatency(
            double perSecond,
            int pairs,
            Program upstream,
            int direct,
            Program gateway,
            int through) {
        this.perSecond = perSecond;
        this.pairs = pairs;
        this.upstream = upstream;
        this.direct = direct;
        this.gateway = gateway;
        this.through = through;
    }

    /** Measures: requests per second, pairs of windows, the models' chat template. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        double perSecond = Double.parseDouble(arguments[0]);
        int pairs = Integer.parseInt(arguments[1]);
        try (Program upstream = Processes.upstream(1, 1)) {
            String port = upstream.answer().split(" ", -1)[0];
            try (Program gateway = Processes.gateway("large", port, port, arguments[2])) {
                AddedLatency measurement =
                        new AddedLatency(
                                perSecond,
                                pairs,
                                upstream,
                                Integer.parseInt(port),
                                gateway,
                                Integer.parseInt(gateway.answer()));
                boolean whole = measurement.measure("whole", false, FIRST_WARM_UP_SECONDS);
                boolean streamed = measurement.measure("streamed", true, WARM_UP_SECONDS);
                if (!whole || !streamed) {
                    System.exit(1);
                }
            }
        }
    }

    private boolean measure(String name, boolean stream, int warmUpSeconds)
            throws IOException, InterruptedException {
        String chat = "/v1/chat/completions";
        byte[] toModel = CannedModel.request(direct, chat, "canned", stream);
        byte[] toGateway = CannedModel.request(through, chat, "glimprouter", stream);
        int window = (int) (perSecond * WINDOW_SECONDS);
        List<long[]> directly = new ArrayList<>();
        List<long[]> passing = new ArrayList<>();
        try (Arm model = new Arm(direct, toModel, CannedModel.LAST_WORD, CONNECTIONS);
                Arm passed = new Arm(through, toGateway, CannedModel.LAST_WORD, CONNECTIONS)) {
            model.load(2 * window, perSecond);
            passed.load(2 * window * warmUpSeconds, 2 * perSecond);
            upstream.ask("answered");
            Duration busy = busy();
            for (int i = 0; i < pairs; i++) {
                for (int turn = 0; turn < 2; turn++) {
                    if ((i + turn) % 2 == 0) {
                        directly.add(model.load(window, perSecond));
                    } else {
                        passing.add(passed.load(window, perSecond));
                    }
                }
            }
            busy = busy().minus(busy);
            return report(name, new Times(directly), new Times(passing), busy);
        }
    }

    private Duration busy() {
        return gateway.process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private boolean report(String name, Times directly, Times passing, Duration busy)
            throws IOException {
        int answered = Integer.parseInt(upstream.ask("answered"));
        double each = (double) (answered - directly.count()) / passing.count();
        System.out.printf(
                Locale.ROOT,
                "%s: %d requests each way at %.0f a second; %.2f requests to the model for each through the gateway, %.0f us of a core in it%n",
                name,
                passing.count(),
                perSecond,
                each,
                busy.toNanos() / 1e3 / passing.count());
        System.out.printf(
                Locale.ROOT,
                "  direct   median %.3f ms, 99 %% below %.3f ms%n  through  median %.3f ms, 99 %% below %.3f ms%n",
                directly.medianMillis(),
                directly.lateMillis(),
                passing.medianMillis(),
                passing.lateMillis());
        boolean median = tell("median", Added.median(passing, directly), MOST_MEDIAN_MILLIS);
        boolean late = tell("99 %", Added.late(passing, directly), MOST_LATE_MILLIS);
        return median && late;
    }

    private static boolean tell(String what, Added added, double most) {
        boolean reached = added.millis() < most;
        System.out.printf(
                Locale.ROOT,
                "%s: added at the %s: %s; less than %.1f ms wanted%n",
                reached ? "PASSED" : "FAILED",
                what,
                added,
                most);
        return reached;
    }
}
