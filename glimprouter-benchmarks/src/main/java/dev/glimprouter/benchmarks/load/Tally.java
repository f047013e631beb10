package dev.glimprouter.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of requests. Thread safe. */
final class Tally {

    private static final int MOST_SHOWN = 20;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> breaches = new ArrayList<>();

    synchronized void count(String kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    /** Something that must not happen. */
    synchronized void breach(String what) {
        breaches.add(what);
    }

    synchronized List<String> breaches() {
        return List.copyOf(breaches);
    }

    synchronized void print() {
        counts.forEach((kind, count) -> System.out.printf("%7d %s%n", count, kind));
        breaches.stream()
                .limit(MOST_SHOWN)
                .forEach(breach -> System.out.println("        BREACH " + breach));
        if (breaches.size() > MOST_SHOWN) {
            System.out.printf("        and %d more%n", breaches.size() - MOST_SHOWN);
        }
    }
}
