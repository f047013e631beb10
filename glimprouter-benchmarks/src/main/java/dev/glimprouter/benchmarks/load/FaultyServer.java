package dev.glimprouter.benchmarks.load;

import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Pacer;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Request;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.time.Time;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One server of a model, which dies and comes back at the same port, and to whose requests mishaps
 * come about. Thread safe.
 */
final class FaultyServer {

    /** Mishaps among so many requests. */
    private static final double SHARE = 0.06;

    private final Responder good;
    private final SplittableRandom random;
    private final ReentrantLock drawing = new ReentrantLock();
    private final ConcurrentHashMap<Mishap, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final int port;
    private FaultServer server;
    private volatile boolean storm;

    FaultyServer(Responder good, long seed) {
        this.good = good;
        this.random = new SplittableRandom(seed);
        this.server = FaultServer.start(this::answer, Pacer.real());
        this.port = server.port();
    }

    private Play answer(Request request) {
        Play play = good.answer(request);
        boolean generates = request.method().equals("POST");
        SplittableRandom own = draw();
        if (!storm || !generates || own.nextDouble() >= SHARE) {
            return play;
        }
        Mishap mishap = Weighted.any(Mishap.values(), own);
        counts.computeIfAbsent(mishap, _ -> new AtomicInteger()).incrementAndGet();
        return mishap.spoil(play, own);
    }

    /** Not under the monitor, which whoever ends the server's threads holds. */
    private SplittableRandom draw() {
        drawing.lock();
        try {
            return random.split();
        } finally {
            drawing.unlock();
        }
    }

    void storm(boolean on) {
        storm = on;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    ConcurrentHashMap<Mishap, AtomicInteger> counts() {
        return counts;
    }

    synchronized List<Throwable> failures() {
        List<Throwable> all = new ArrayList<>(failures);
        all.addAll(server.failures());
        return all;
    }

    /** Forgets what it has answered. */
    synchronized void forget() {
        server.forget();
    }

    /** Dies, and is back after so many milliseconds; connections are refused meanwhile. */
    synchronized void die(int millis) throws IOException, InterruptedException {
        server.close();
        failures.addAll(server.failures());
        try (Socket holder = new Socket()) {
            holder.setReuseAddress(true);
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            Thread.sleep(millis);
        }
        server = FaultServer.start(port, this::answer, Pacer.real(), Time.system());
    }
}
