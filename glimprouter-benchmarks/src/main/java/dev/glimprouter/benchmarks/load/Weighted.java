package dev.glimprouter.benchmarks.load;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Something that comes about by chance, some more often than others. */
interface Weighted {

    /** How often, in proportion to the others. */
    int weight();

    /** One of them. */
    static <T extends Weighted> T any(T[] all, RandomGenerator random) {
        int draw = random.nextInt(Stream.of(all).mapToInt(Weighted::weight).sum());
        for (T one : all) {
            draw -= one.weight();
            if (draw < 0) {
                return one;
            }
        }
        throw new AssertionError("nothing has a weight");
    }
}
