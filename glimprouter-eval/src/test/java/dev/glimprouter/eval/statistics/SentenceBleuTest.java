package dev.glimprouter.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * BLEU-4 of two texts, against NLTK 3.10.4: {@code sentence_bleu([r.split()], c.split(),
 * smoothing_function=SmoothingFunction().method2)}.
 */
class SentenceBleuTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "So we add 3 and 4 to get 7 . | We add 3 and 4 , which gives 7 . | 0.3976353643835253",
                "the cat sat on the mat | the cat is on the mat | 0.48549177170732344",
                "first we find the price of one egg | first we find the price of one egg and then all of the twelve eggs | 0.4168620196785084",
                "a b c d e f g | a b c d e f g | 1"
            })
    void asNltkHasIt(String candidate, String reference, double bleu) {
        assertThat(SentenceBleu.of(candidate, reference)).isCloseTo(bleu, within(1e-12));
    }

    @Test
    void marksAreWordsAndSpacesAreNot() {
        assertThat(SentenceBleu.of("3+4 = 7.", "3 + 4=7 .\n\n")).isEqualTo(1);
    }

    @Test
    void shortEqualTextsAreEqual() {
        assertThat(SentenceBleu.of("So", "So")).isEqualTo(1);
        assertThat(SentenceBleu.of("", " \n")).isEqualTo(1);
    }

    @Test
    void nothingInCommonIsNothing() {
        assertThat(SentenceBleu.of("alpha beta", "gamma delta")).isZero();
        assertThat(SentenceBleu.of("", "gamma")).isZero();
        assertThat(SentenceBleu.of("gamma", "")).isZero();
    }

    @Test
    void aWordCountsNoMoreOftenThanTheReferenceHasIt() {
        // 2 of 7 words (Papineni's example), 0 + 1 of 6 + 1, 5 + 1, 4 + 1 sequences; no penalty.
        double bleu = Math.pow(2.0 / 7 * 1 / 7 * 1 / 6 * 1 / 5, 0.25);

        assertThat(SentenceBleu.of("the the the the the the the", "the cat is on the mat"))
                .isCloseTo(bleu, within(1e-12));
    }
}
