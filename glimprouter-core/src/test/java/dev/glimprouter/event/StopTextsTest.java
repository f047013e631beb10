package dev.glimprouter.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/** A text that is cut gives the same however it is cut. */
class StopTextsTest {

    private static String fed(List<String> stops, List<String> pieces) {
        StopTexts texts = new StopTexts(stops);
        StringBuilder out = new StringBuilder();
        pieces.forEach(piece -> out.append(texts.add(piece)));
        return out + texts.flush();
    }

    @Test
    void theFirstOfSeveralEndsTheText() {
        assertThat(fed(List.of("cd", "b"), List.of("abcd"))).isEqualTo("a");
        assertThat(fed(List.of("abc", "bcd"), List.of("xab", "cd"))).isEqualTo("x");
        assertThat(fed(List.of(), List.of("ab", "c"))).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whereverPiecesAreCut(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            String text = letters(random, 12);
            List<String> stops = List.of(letters(random, 3), letters(random, 2));
            int first =
                    stops.stream()
                            .mapToInt(text::indexOf)
                            .filter(at -> at >= 0)
                            .min()
                            .orElse(text.length());
            int cut = random.nextInt(text.length());
            int next = cut + random.nextInt(text.length() - cut);

            assertThat(
                            fed(
                                    stops,
                                    List.of(
                                            text.substring(0, cut),
                                            text.substring(cut, next),
                                            text.substring(next))))
                    .as("seed %d, %s before %s", seed, text, stops)
                    .isEqualTo(text.substring(0, first));
        }
    }

    private static String letters(Random random, int length) {
        return random.ints(length, 'a', 'c' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
