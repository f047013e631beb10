package dev.glimprouter.benchmarks.load;

import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Dialects;
import dev.glimprouter.testkit.upstream.dialect.Quirk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Two servers of a small and two of a large scripted vLLM, in a process of their own, on which
 * mishaps come while it storms.
 *
 * <p>It prints the four addresses, small's first, answers each line on its standard input ({@code
 * storm}, {@code calm}, {@code tell}) with a line, and ends with its input.
 */
final class FaultyServers {

    private static final int LONGEST_LIFE_MILLIS = 20_000;
    private static final int LONGEST_DEATH_MILLIS = 2_000;
    private static final int MEMORY_MILLIS = 5_000;

    private final List<Dialect> dialects =
            List.of(
                    Dialects.vllm(Teller::small),
                    Dialects.vllm(Teller::large).with(Quirk.SPLIT_CHARACTERS));
    private final List<FaultyServer> servers = new ArrayList<>();
    private final AtomicInteger deaths = new AtomicInteger();
    private volatile boolean storm;

    private FaultyServers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Dialect dialect : dialects) {
            servers.add(new FaultyServer(dialect, random.nextLong()));
            servers.add(new FaultyServer(dialect, random.nextLong()));
        }
        for (FaultyServer server : servers) {
            SplittableRandom own = random.split();
            Thread.ofVirtual().start(() -> live(server, own));
        }
        Thread.ofVirtual().start(this::forget);
    }

    /** Serves: the seed of all mishaps. */
    public static void main(String[] arguments) throws IOException {
        FaultyServers all = new FaultyServers(Long.parseLong(arguments[0]));
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        System.out.println(
                all.servers.stream()
                        .map(server -> server.uri().toString())
                        .collect(Collectors.joining(" ")));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(all.obey(order));
        }
        System.exit(0);
    }

    private String obey(String order) {
        return switch (order) {
            case "storm", "calm" -> {
                storm = order.equals("storm");
                servers.forEach(server -> server.storm(storm));
                yield "ok";
            }
            case "tell" -> mishaps();
            default -> throw new IllegalArgumentException(order);
        };
    }

    private String mishaps() {
        List<Throwable> failures =
                servers.stream().flatMap(one -> one.failures().stream()).toList();
        failures.stream().limit(5).forEach(failure -> System.err.println("script: " + failure));
        Map<String, Integer> counts = new TreeMap<>();
        servers.forEach(
                server ->
                        server.counts()
                                .forEach(
                                        (kind, count) ->
                                                counts.merge(
                                                        kind.name(), count.get(), Integer::sum)));
        counts.put("DEAD", deaths.get());
        counts.put("SCRIPTS_THAT_FAILED", failures.size());
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    private void live(FaultyServer server, SplittableRandom random) {
        try {
            while (true) {
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                if (storm) {
                    deaths.incrementAndGet();
                    server.die(random.nextInt(LONGEST_DEATH_MILLIS));
                }
            }
        } catch (InterruptedException | IOException over) {
            System.err.println("a server does not come back: " + over);
        }
    }

    private void forget() {
        try {
            while (true) {
                Thread.sleep(MEMORY_MILLIS);
                servers.forEach(FaultyServer::forget);
                dialects.forEach(Dialect::forget);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
