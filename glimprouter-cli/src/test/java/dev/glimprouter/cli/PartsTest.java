package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.cli.config.Spans;
import dev.glimprouter.error.RequestException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The small parts that read and write text. */
class PartsTest {

    @ParameterizedTest
    @CsvSource({
        "90s, PT90S",
        "2m, PT2M",
        "500ms, PT0.5S",
        "1h, PT1H",
        "30d, PT720H",
        "PT1M30S, PT90S",
        "' 2m ', PT2M"
    })
    void aSpanIsShortOrIso(String text, Duration span) {
        assertThat(Spans.parse(text)).isEqualTo(span);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "s", "-2m", "1w", "9999999999s"})
    void anotherSpanIsRefused(String text) {
        assertThatThrownBy(() -> Spans.parse(text)).isInstanceOf(RequestException.class);
    }

    @Test
    void controlCharactersBecomeVisible() {
        assertThat(Visible.text("a\u001b[31m\r\n\tb\u007f\u009b\u202e\u00e4\ud83d\ude00"))
                .isEqualTo("a\u241b[31m\u240d\n    b\u2421<U+009B><U+202E>\u00e4\ud83d\ude00");
    }

    @Test
    void linesBreakBetweenWordsBehindTheMargin() {
        assertThat(margin(30, "one two three four five six\n\nnext    long\n\n"))
                .isEqualTo(
                        """
                        S 0.00 | one two three four
                               | five six
                               |
                               | next    long
                        """);
    }

    @Test
    void aWordLongerThanTheLineIsCut() {
        assertThat(margin(29, "abcdefghijklmnopqrstuvwxyz"))
                .isEqualTo("S 0.00 | abcdefghijklmnopqrst\n       | uvwxyz\n");
    }

    @Test
    void withoutAScreenLinesAreAsLongAsTheyAre() {
        assertThat(margin(0, "word ".repeat(100))).hasLineCount(1);
    }

    private static String margin(int columns, String text) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        Printer printer = Printer.lenient(shown, StandardCharsets.UTF_8);
        MarginText margin = new MarginText(printer, columns, 6, new Palette(false));
        margin.begin("S 0.00", word -> word);
        text.chars().forEach(c -> margin.add(String.valueOf((char) c)));
        margin.end();
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theLauncherTellsWhichStreamsAreScreens() {
        Map<String, String> properties = new HashMap<>();
        properties.put("glimprouter.terminal", "in,err");
        properties.put("glimprouter.columns", "132");

        Terminal terminal = Terminal.detect(properties::get, Map.<String, String>of()::get);

        assertThat(terminal).isEqualTo(new Terminal(true, false, true, 132, true));
    }

    @ParameterizedTest
    @CsvSource({"NO_COLOR, 1, true", "TERM, dumb, false", "NO_COLOR, '', true"})
    void theEnvironmentTurnsColoursOff(String name, String value, boolean screen) {
        Terminal terminal = Terminal.detect(_ -> "in,out,err", Map.of(name, value)::get);

        assertThat(terminal.colour()).isEqualTo(name.equals("NO_COLOR") && value.isEmpty());
        assertThat(terminal.err()).isEqualTo(screen);
    }
}
