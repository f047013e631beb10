package dev.glimprouter.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrittenTest {

    private final Written written = new Written();

    @Test
    void tokensThatEndWithinALengthAreWhole() {
        written.add("So", true);
        written.add(" we", true);

        assertThat(written.text()).isEqualTo("So we");
        assertThat(written.wholeTokens(1)).isZero();
        assertThat(written.wholeTokens(2)).isEqualTo(1);
        assertThat(written.wholeTokens(4)).isEqualTo(1);
        assertThat(written.wholeTokens(5)).isEqualTo(2);
        assertThat(written.length(0)).isZero();
        assertThat(written.length(2)).isEqualTo(5);
    }

    @Test
    void tokensInsideACharacterAreNotWholeWithoutItsEnd() {
        written.add("a", true);
        written.add("", false);
        written.add("\u00fc", true);

        assertThat(written.wholeTokens(1)).isEqualTo(1);
        assertThat(written.wholeTokens(2)).isEqualTo(3);
    }

    @Test
    void anIncompleteCharacterAtTheEndIsNotWhole() {
        written.add("a", true);
        written.add("", false);

        assertThat(written.wholeTokens(1)).isEqualTo(1);
    }

    @Test
    void nothingWrittenHasNoTokens() {
        assertThat(written.wholeTokens(3)).isZero();
        assertThat(written.text()).isEmpty();
    }
}
