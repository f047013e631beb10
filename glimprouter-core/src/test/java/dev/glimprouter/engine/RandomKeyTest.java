package dev.glimprouter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The start values of random draws. */
class RandomKeyTest {

    private static final RandomKey BASE = new RandomKey(42, "aime24-7", 3, 17, Writer.LARGE, 1);

    @Test
    void valuesNeverChange() {
        assertThat(new RandomKey(0, "q", 0, 0, Writer.SMALL, 0).derive())
                .isEqualTo(9081738300051670272L);
        assertThat(BASE.derive()).isEqualTo(-3697695520728989200L);
        assertThat(new RandomKey(-1, "", 0, 5, Writer.LARGE, 0).derive())
                .isEqualTo(719996299131451939L);
    }

    @Test
    void everyPartMatters() {
        assertThat(
                        Stream.of(
                                        BASE,
                                        new RandomKey(43, "aime24-7", 3, 17, Writer.LARGE, 1),
                                        new RandomKey(42, "aime24-8", 3, 17, Writer.LARGE, 1),
                                        new RandomKey(42, "aime24-7", 4, 17, Writer.LARGE, 1),
                                        new RandomKey(42, "aime24-7", 3, 18, Writer.LARGE, 1),
                                        new RandomKey(42, "aime24-7", 3, 17, Writer.SMALL, 1),
                                        new RandomKey(42, "aime24-7", 3, 17, Writer.LARGE, 2))
                                .map(RandomKey::derive))
                .doesNotHaveDuplicates();
    }

    @Test
    void noTwoOfAHundredThousandNeighboursAreEqualAndTheirBitsAreEven() {
        Set<Long> values = new HashSet<>();
        int[] ones = new int[Long.SIZE];
        for (int question = 0; question < 100; question++) {
            for (int repeat = 0; repeat < 5; repeat++) {
                for (int step = 0; step < 50; step++) {
                    for (Writer writer : Writer.values()) {
                        for (int attempt = 0; attempt < 2; attempt++) {
                            long value =
                                    new RandomKey(0, "q" + question, repeat, step, writer, attempt)
                                            .derive();
                            values.add(value);
                            for (int bit = 0; bit < Long.SIZE; bit++) {
                                ones[bit] += (int) ((value >>> bit) & 1);
                            }
                        }
                    }
                }
            }
        }
        assertThat(values).hasSize(100_000);
        for (int count : ones) {
            assertThat(count).isBetween(49_000, 51_000);
        }
    }
}
