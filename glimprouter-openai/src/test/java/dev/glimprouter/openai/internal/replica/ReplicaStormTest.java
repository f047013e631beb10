package dev.glimprouter.openai.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.testkit.ManualTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/** Loads add up and no trial is doubled, whatever happens in whatever order. */
class ReplicaStormTest {

    private final RetryableException refused =
            new RetryableException("Refused.", new ConnectException());
    private final RetryableException busy = new RetryableException("HTTP 503.");
    private static final List<URI> REPLICAS = Problems.replicas(3);
    private static final int THREADS = 24;
    private static final int OPERATIONS = 300;

    private final ManualTime time = new ManualTime();

    /** A few; more of them with {@code -Dglimprouter.seeds=N}. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("glimprouter.seeds", 12));
    }

    private ReplicaSet set(long seed) {
        return new ReplicaSet(REPLICAS, HealthRules.DEFAULT, time, new Random(seed));
    }

    private static int loads(ReplicaSet set) {
        return REPLICAS.stream().mapToInt(set::load).sum();
    }

    private void outcome(Visit visit, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> visit.failed(refused);
            case 1 -> visit.failed(busy);
            case 2 -> time.advance(Duration.ofMillis(random.nextInt(2000)));
            default -> visit.answered();
        }
    }

    /** One thread, so that a model knows where each problem is after each operation. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void loadsAreTheProblemsThatAreThere(long seed) {
        Random random = new Random(seed);
        ReplicaSet set = set(seed);
        List<Lease> open = new ArrayList<>();
        Map<Lease, URI> places = new HashMap<>();
        List<ProblemKey> keys = Problems.of(seed).limit(10).toList();
        for (int i = 0; i < OPERATIONS; i++) {
            int choice = random.nextInt(6);
            if (open.isEmpty() || choice == 0) {
                open.add(set.lease(keys.get(random.nextInt(keys.size()))));
            } else if (choice == 1) {
                Lease lease = open.remove(random.nextInt(open.size()));
                lease.close();
                places.remove(lease);
            } else {
                Lease lease = open.get(random.nextInt(open.size()));
                visit(lease, random, base -> places.put(lease, base));
            }
            for (URI base : REPLICAS) {
                long there = places.values().stream().filter(base::equals).count();
                assertThat(set.load(base)).isEqualTo((int) there);
            }
        }
        open.forEach(Lease::close);
        assertThat(loads(set)).isZero();
        assertThat(set.loads().problems()).isZero();
    }

    private void visit(Lease lease, Random random, Consumer<URI> arrival) {
        try (Visit visit = lease.current()) {
            arrival.accept(visit.base());
            outcome(visit, random);
        } catch (RetryableException allDead) {
            time.advance(allDead.details().retryAfter().orElseThrow());
        }
    }

    /** Threads share leases, close them under each other and let visits overlap. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noLeaseIsLostAmongThreads(long seed) throws InterruptedException {
        ReplicaSet set = set(seed);
        List<Lease> leases = Problems.of(seed).limit(THREADS).map(set::lease).toList();
        ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
        together(
                THREADS,
                thread -> {
                    Random random = new Random(seed * 1000 + thread);
                    for (int i = 0; i < OPERATIONS; i++) {
                        step(leases.get(random.nextInt(THREADS)), random);
                        if (REPLICAS.stream().anyMatch(base -> set.load(base) < 0)) {
                            broken.add("a load is negative");
                        }
                    }
                });

        assertThat(broken).isEmpty();
        assertThat(loads(set)).isEqualTo(set.loads().problems());
        leases.forEach(Lease::close);
        assertThat(loads(set)).isZero();
        assertThat(set.loads().problems()).isZero();

        time.advance(HealthRules.DEFAULT.breaker().longest());
        try (Lease after = set.lease(new ProblemKey("0".repeat(16)));
                Visit visit = after.current()) {
            assertThat(visit.base()).as("no replica stays on trial").isIn(REPLICAS);
        }
    }

    private void step(Lease lease, Random random) {
        if (random.nextInt(OPERATIONS) == 0) {
            lease.close();
            return;
        }
        try {
            visit(lease, random, _ -> Problems.letOthersRun());
        } catch (IllegalStateException closedByAnother) {
            Problems.letOthersRun();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneOfManyRequestsIsTheTrial(long seed) throws InterruptedException {
        Health health =
                new Health(REPLICAS.getFirst(), HealthRules.DEFAULT, time, new Random(seed));
        for (int round = 1; round <= 20; round++) {
            health.failed(health.admit().orElseThrow(), Failure.of(refused));
            time.advance(HealthRules.DEFAULT.breaker().longest());
            AtomicInteger admitted = new AtomicInteger();
            together(THREADS, _ -> health.admit().ifPresent(_ -> admitted.incrementAndGet()));
            assertThat(admitted).as("round %d", round).hasValue(1);
            health.answered(new Pass(health.state().epoch(), true));
        }
    }

    private static void together(int threads, IntConsumer work) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(threads);
        ConcurrentLinkedQueue<Throwable> thrown = new ConcurrentLinkedQueue<>();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            running.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        start.countDown();
                                        try {
                                            start.await();
                                            work.accept(number);
                                        } catch (Throwable failure) {
                                            thrown.add(failure);
                                        }
                                    }));
        }
        for (Thread thread : running) {
            thread.join();
        }
        assertThat(thrown).isEmpty();
    }
}
