package dev.glimprouter.benchmarks.gateway;

import dev.glimprouter.benchmarks.Program;
import dev.glimprouter.eval.statistics.Mean;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * What LiteLLM's proxy adds to a request over what the gateway adds, with the requests and the
 * model of {@link AddedLatency}: over one connection, and at a low rate that does not wait for
 * replies. Direct, gateway and proxy take turns.
 *
 * <pre>benchmarks/gateway-litellm.sh [FOLDER]</pre>
 */
public final class AgainstLiteLlm {

    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 6;
    private static final int IN_TURN = 60;
    private static final int LOADED = 50;
    private static final double PER_SECOND = 20;
    private static final int WARM_UPS = 24_000;
    private static final int PROXY_WARM_UPS = 150;
    private static final double LEAST_RATIO = 10;
    private static final int START_SECONDS = 120;
    private static final int END_SECONDS = 20;

    /** Its own five seconds would close connections that wait for their turn. */
    private static final int KEPT_SECONDS = 600;

    private static final long PAUSE_NANOS = 200_000_000;

    private final List<Arm> arms;

    private AgainstLiteLlm(List<Arm> arms) {
        this.arms = arms;
    }

    /** Measures: the proxy's program, a folder to write in, the models' chat template. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean reached;
        try (Program upstream = Processes.upstream(1, 1)) {
            String model = upstream.answer().split(" ", -1)[0];
            try (Program gateway = Processes.gateway("large", model, model, arguments[2])) {
                int through = Integer.parseInt(gateway.answer());
                int port = freePort();
                Process proxy = start(arguments[0], Path.of(arguments[1]), port, model);
                try {
                    awaitPort(port, proxy);
                    boolean whole = measure(Integer.parseInt(model), through, port, false);
                    boolean streamed = measure(Integer.parseInt(model), through, port, true);
                    reached = whole && streamed;
                } finally {
                    proxy.destroy();
                    if (!proxy.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                        proxy.destroyForcibly();
                    }
                }
            }
        }
        System.exit(reached ? 0 : 1);
    }

    private static Process start(String program, Path folder, int port, String model)
            throws IOException {
        Path config = folder.resolve("litellm.yaml");
        Files.writeString(
                config,
                """
                model_list:
                  - model_name: canned
                    litellm_params:
                      model: openai/canned
                      api_base: http://127.0.0.1:%s/v1
                      api_key: none
                """
                        .formatted(model));
        ProcessBuilder builder =
                new ProcessBuilder(
                        program,
                        "--config",
                        config.toString(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "" + port,
                        "--keepalive_timeout",
                        "" + KEPT_SECONDS);
        builder.environment().put("LITELLM_LOCAL_MODEL_COST_MAP", "True");
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("litellm.log").toFile());
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static void awaitPort(int port, Process proxy) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (proxy.isAlive() && System.nanoTime() < end) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw new IOException("the proxy does not start: see litellm.log");
    }

    private static boolean measure(int direct, int gateway, int proxy, boolean stream)
            throws IOException, InterruptedException {
        try (Arm model = arm(direct, "canned", stream);
                Arm ours = arm(gateway, "glimprouter", stream);
                Arm theirs = arm(proxy, "canned", stream)) {
            model.inTurn(WARM_UPS);
            ours.load(WARM_UPS, WARM_UPS / 24.0);
            theirs.inTurn(PROXY_WARM_UPS);
            AgainstLiteLlm measurement = new AgainstLiteLlm(List.of(model, ours, theirs));
            String form = stream ? "streamed" : "whole";
            boolean alone =
                    measurement.report(form + ", one connection", arm -> arm.inTurn(IN_TURN));
            boolean loaded =
                    measurement.report(
                            "%s, %.0f a second".formatted(form, PER_SECOND),
                            arm -> arm.load(LOADED, PER_SECOND));
            return alone && loaded;
        }
    }

    private static Arm arm(int port, String model, boolean stream) throws IOException {
        byte[] request = CannedModel.request(port, "/v1/chat/completions", model, stream);
        return new Arm(port, request, CannedModel.LAST_WORD, CONNECTIONS);
    }

    /** Has an arm send requests. */
    private interface Window {
        long[] of(Arm arm) throws IOException, InterruptedException;
    }

    private boolean report(String what, Window window) throws IOException, InterruptedException {
        List<List<long[]>> windows =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < ROUNDS; round++) {
            for (int turn = 0; turn < arms.size(); turn++) {
                int arm = (round + turn) % arms.size();
                windows.get(arm).add(window.of(arms.get(arm)));
            }
        }
        Times direct = new Times(windows.get(0));
        Times ours = new Times(windows.get(1));
        Times theirs = new Times(windows.get(2));
        double ratio = Added.median(theirs, direct).millis() / Added.median(ours, direct).millis();
        Mean logs = Mean.of(logRatios(direct.medians(), ours.medians(), theirs.medians()));
        boolean reached = ratio >= LEAST_RATIO;
        System.out.printf(
                Locale.ROOT,
                "%s: %d requests each way; medians direct %.3f, gateway %.3f, LiteLLM %.3f ms; 99 %% below %.3f, %.3f, %.3f ms%n",
                what,
                direct.count(),
                direct.medianMillis(),
                ours.medianMillis(),
                theirs.medianMillis(),
                direct.lateMillis(),
                ours.lateMillis(),
                theirs.lateMillis());
        System.out.printf(
                Locale.ROOT,
                "%s: LiteLLM adds %.3f ms, the gateway %.3f ms: %.1f times as much (windows: %.1f to %.1f); at least %.0f wanted%n",
                reached ? "PASSED" : "FAILED",
                Added.median(theirs, direct).millis(),
                Added.median(ours, direct).millis(),
                ratio,
                Math.exp(logs.interval().lower()),
                Math.exp(logs.interval().upper()),
                LEAST_RATIO);
        return reached;
    }

    private static double[] logRatios(double[] direct, double[] ours, double[] theirs) {
        return IntStream.range(0, direct.length)
                .mapToDouble(i -> Math.log((theirs[i] - direct[i]) / (ours[i] - direct[i])))
                .toArray();
    }
}
