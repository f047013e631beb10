package dev.glimprouter.eval.data;

import dev.glimprouter.internal.digest.Sha256;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A random order that anybody can compute again: items are sorted by the checksum of purpose, seed
 * and name. An item's place does not depend on where it stood before, and taking items away leaves
 * the order of the others.
 *
 * @param purpose keeps the draws of different purposes apart
 * @param seed of all draws
 */
record SeededOrder(String purpose, long seed) {

    <T> List<T> sort(List<T> items, Function<T, String> name) {
        return items.stream()
                .map(item -> new Ranked<>(draw(name.apply(item)), item))
                .sorted(Comparator.comparing(Ranked::draw))
                .map(Ranked::item)
                .toList();
    }

    /** 64 hexadecimal digits, uniform over names. */
    String draw(String name) {
        return Sha256.of(purpose + " " + seed + " " + name);
    }

    private record Ranked<T>(String draw, T item) {}
}
