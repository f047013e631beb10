package dev.glimprouter.eval.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class CsvLineTest {

    @Test
    void leavesWordsAsTheyAre() {
        assertThat(CsvLine.of(List.of("word", "two words", "", "1.5")))
                .isEqualTo("word,two words,,1.5");
    }

    @Test
    void quotesWhatWouldEndACellOrALine() {
        assertThat(CsvLine.of(List.of("a,b", "say \"a\"", "a\nb", "a\rb")))
                .isEqualTo("\"a,b\",\"say \"\"a\"\"\",\"a\nb\",\"a\rb\"");
    }
}
