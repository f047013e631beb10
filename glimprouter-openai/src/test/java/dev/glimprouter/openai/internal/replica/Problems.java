package dev.glimprouter.openai.internal.replica;

import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keys and replicas for tests. */
final class Problems {

    private Problems() {}

    /** Different problems. */
    static Stream<ProblemKey> of(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> new ProblemKey(HexFormat.of().toHexDigits(random.nextLong())));
    }

    /** The first problem whose order begins so. */
    static ProblemKey preferring(List<URI> all, URI... first) {
        Rendezvous rendezvous = new Rendezvous(all);
        return of(1).filter(
                        key ->
                                rendezvous
                                        .order(key)
                                        .subList(0, first.length)
                                        .equals(List.of(first)))
                .findFirst()
                .orElseThrow();
    }

    /** Base URLs of n replicas. */
    static List<URI> replicas(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> URI.create("http://10.0.0.%d:8000/v1".formatted(i + 1)))
                .toList();
    }

    /** Widens what interleaves; nothing relies on it. */
    @SuppressWarnings("ThreadPriorityCheck")
    static void letOthersRun() {
        Thread.yield();
    }
}
