package dev.glimprouter.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a reasoning goes round in circles. */
class RepeatDetectorTest {

    /** A reasoning with one step for each letter. */
    private static Reasoning reasoning(String letters) {
        Reasoning reasoning = Reasoning.empty();
        for (int i = 0; i < letters.length(); i++) {
            String text = "step " + letters.charAt(i) + ".\n\n";
            reasoning =
                    reasoning.plus(ReasoningTest.step(i, Writer.SMALL, text, 1, Ending.BLANK_LINE));
        }
        return reasoning;
    }

    @ParameterizedTest
    @ValueSource(strings = {"abb", "aaa", "xabab", "abcabc", "xabcdefghabcdefgh"})
    void findsRepeats(String letters) {
        assertThat(RepeatDetector.DEFAULT.repeats(reasoning(letters))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "aa",
                "ab",
                "aba",
                "aab",
                "ababc",
                "abcab",
                "abcdefghabcdefg",
                "abcacb"
            })
    void findsNoneWhereThereIsNone(String letters) {
        assertThat(RepeatDetector.DEFAULT.repeats(reasoning(letters))).isFalse();
    }

    @Test
    void findsCyclesUpToTheLongestPeriod() {
        String sixteen = "abcdefghijklmnop";
        String seventeen = sixteen + "q";

        assertThat(RepeatDetector.DEFAULT.repeats(reasoning(sixteen + sixteen))).isTrue();
        assertThat(RepeatDetector.DEFAULT.repeats(reasoning(seventeen + seventeen))).isFalse();
    }

    @Test
    void withPeriodOneItIsThePublishedRule() {
        RepeatDetector published = new RepeatDetector(1);

        assertThat(published.repeats(reasoning("abb"))).isTrue();
        assertThat(published.repeats(reasoning("abab"))).isFalse();
        assertThat(published.repeats(reasoning("aa"))).isFalse();
    }

    @Test
    void outerWhiteSpaceAndWritersDoNotMatter() {
        Reasoning reasoning =
                reasoning("ab")
                        .plus(ReasoningTest.step(2, Writer.LARGE, " step b.", 9, Ending.LENGTH));

        assertThat(RepeatDetector.DEFAULT.repeats(reasoning)).isTrue();
    }

    @Test
    void aPeriodBelowOneIsRefused() {
        assertThatThrownBy(() -> new RepeatDetector(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
