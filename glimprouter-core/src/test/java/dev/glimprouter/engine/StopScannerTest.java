package dev.glimprouter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.reasoning.Ending;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a text ends, however it comes in pieces. */
class StopScannerTest {

    /** A text, the rule, what is kept of it, and how it ends; no ending where it goes on. */
    record Case(String text, Until until, String kept, Optional<Ending> ending) {}

    private static Case ends(String text, Until until, String kept, Ending ending) {
        return new Case(text, until, kept, Optional.of(ending));
    }

    private static Case goesOn(String text, Until until) {
        return new Case(text, until, text, Optional.empty());
    }

    static Stream<Case> corpus() {
        return Stream.of(
                ends("One.\n\nTwo.", Until.STEP, "One.\n\n", Ending.BLANK_LINE),
                ends("One.\n\n\nTwo.", Until.STEP, "One.\n\n", Ending.BLANK_LINE),
                ends("a\nb\n\nc", Until.STEP, "a\nb\n\n", Ending.BLANK_LINE),
                ends("\n\n\nOne.\n\nTwo", Until.STEP, "\n\n\nOne.\n\n", Ending.BLANK_LINE),
                ends(" \n\nOne.", Until.STEP, " \n\n", Ending.BLANK_LINE),
                ends("\n \n\nOne.", Until.STEP, "\n \n\n", Ending.BLANK_LINE),
                ends("Done.</think>x", Until.STEP, "Done.", Ending.CLOSE_TAG),
                ends("Done.\n</think>\n\n4", Until.STEP, "Done.\n", Ending.CLOSE_TAG),
                ends("Done.\n\n</think>", Until.STEP, "Done.\n\n", Ending.BLANK_LINE),
                ends("</think>", Until.STEP, "", Ending.CLOSE_TAG),
                ends("\n\n</think>", Until.STEP, "\n\n", Ending.CLOSE_TAG),
                ends("<</think>", Until.STEP, "<", Ending.CLOSE_TAG),
                ends("</thin</think>", Until.STEP, "</thin", Ending.CLOSE_TAG),
                ends("a <b\n\n", Until.STEP, "a <b\n\n", Ending.BLANK_LINE),
                ends("a <\n\n", Until.STEP, "a <\n\n", Ending.BLANK_LINE),
                ends("a </think\n\n>", Until.STEP, "a </think\n\n", Ending.BLANK_LINE),
                ends(
                        "gr\u00fcn \ud83d\ude42\n\n.",
                        Until.STEP,
                        "gr\u00fcn \ud83d\ude42\n\n",
                        Ending.BLANK_LINE),
                goesOn("", Until.STEP),
                goesOn("\n\n\n", Until.STEP),
                goesOn("One.\n", Until.STEP),
                goesOn("One.\r\n\r\nTwo", Until.STEP),
                goesOn("<think> </ think> </THINK>", Until.STEP),
                ends("One.\n\nTwo.</think>4", Until.REASONING, "One.\n\nTwo.", Ending.CLOSE_TAG),
                ends("\n\n</think></think>", Until.REASONING, "\n\n", Ending.CLOSE_TAG),
                goesOn("One.\n\nTwo.\n\n", Until.REASONING),
                ends("One.\n\nTwo.", Until.BLANK_LINE, "One.\n\n", Ending.BLANK_LINE),
                ends("\n\nOne.", Until.BLANK_LINE, "\n\n", Ending.BLANK_LINE),
                ends(
                        "Done.</think>\n\n4",
                        Until.BLANK_LINE,
                        "Done.</think>\n\n",
                        Ending.BLANK_LINE),
                goesOn("Done.</think> 4\n", Until.BLANK_LINE),
                goesOn("One.\n\nTwo.</think>4", Until.END_OF_SEQUENCE));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void endsWhereItShould(Case of) {
        check(of, List.of(of.text()));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void endsThereHoweverItIsCutInTwoOrThree(Case of) {
        int length = of.text().length();
        for (int i = 0; i <= length; i++) {
            for (int j = i; j <= length; j++) {
                String text = of.text();
                check(of, List.of(text.substring(0, i), text.substring(i, j), text.substring(j)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void endsThereCharacterByCharacter(Case of) {
        check(of, of.text().chars().mapToObj(Character::toString).toList());
    }

    private static void check(Case of, List<String> pieces) {
        StopScanner scanner = new StopScanner(of.until());
        StringBuilder released = new StringBuilder();
        int fed = 0;
        for (String piece : pieces) {
            if (scanner.ending().isEmpty()) {
                released.append(scanner.feed(piece));
                fed += piece.length();
                assertThat(of.kept()).as("given back too early").startsWith(released);
            }
        }
        assertThat(scanner.ending()).as("pieces " + pieces).isEqualTo(of.ending());
        assertThat(scanner.text()).as("pieces " + pieces).isEqualTo(of.kept());
        released.append(scanner.flush());
        assertThat(released.toString()).as("given back of " + pieces).isEqualTo(of.kept());
        int tag = scanner.ending().equals(Optional.of(Ending.CLOSE_TAG)) ? 8 : 0;
        assertThat(scanner.droppedChars()).isEqualTo(fed - of.kept().length() - tag);
    }

    @Test
    void textIsGivenBackAsSoonAsItCannotBecomeATag() {
        StopScanner scanner = new StopScanner(Until.STEP);

        assertThat(scanner.feed("a<")).isEqualTo("a");
        assertThat(scanner.feed("/th")).isEmpty();
        assertThat(scanner.feed("e")).isEqualTo("</the");
        assertThat(scanner.feed("<")).isEmpty();
        assertThat(scanner.flush()).isEqualTo("<");
        assertThat(scanner.flush()).isEmpty();
    }

    @Test
    void aCutDropsHalfATag() {
        StopScanner scanner = new StopScanner(Until.STEP);
        scanner.feed("a </thi");

        scanner.cut();

        assertThat(scanner.text()).isEqualTo("a ");
        assertThat(scanner.flush()).isEmpty();
        assertThat(scanner.droppedChars()).isEqualTo(5);
    }

    @Test
    void nothingIsHeldWhereNoTagEndsTheText() {
        StopScanner scanner = new StopScanner(Until.END_OF_SEQUENCE);

        assertThat(scanner.feed("a </thi")).isEqualTo("a </thi");
        scanner.cut();
        assertThat(scanner.text()).isEqualTo("a </thi");
    }

    @Test
    void aCloseTagIsTextWhereOnlyABlankLineEndsIt() {
        StopScanner scanner = new StopScanner(Until.BLANK_LINE);

        assertThat(scanner.feed("a </thi")).isEqualTo("a </thi");
        assertThat(scanner.feed("nk>\n")).isEqualTo("nk>\n");
        assertThat(scanner.feed("\nb")).isEqualTo("\n");
        assertThat(scanner.ending()).contains(Ending.BLANK_LINE);
        assertThat(scanner.droppedChars()).isEqualTo(1);
    }

    @Test
    void afterTheEndNothingIsTaken() {
        StopScanner scanner = new StopScanner(Until.STEP);
        scanner.feed("a\n\n");

        assertThatThrownBy(() -> scanner.feed("b")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomTextEndsTheSameInWholeAndInPieces(long seed) {
        Random random = new Random(seed);
        String[] parts = {"a", "<", "</", "think", ">", "\n", "\n\n", " ", "</think>"};
        for (int round = 0; round < 500; round++) {
            StringBuilder built = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                built.append(parts[random.nextInt(parts.length)]);
            }
            String text = built.toString();
            for (Until until : Until.values()) {
                StopScanner whole = new StopScanner(until);
                whole.feed(text);
                check(new Case(text, until, whole.text(), whole.ending()), cut(text, random));
                checkEarliest(text, until, whole);
            }
        }
    }

    private static List<String> cut(String text, Random random) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + random.nextInt(4));
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    /** The rules once more, in another way: by regular expression. */
    private static void checkEarliest(String text, Until until, StopScanner whole) {
        Matcher step =
                Pattern.compile("(?s)\n*+(?!</think>)[^\n](?:(?!</think>|\n\n).)*+\n\n")
                        .matcher(text);
        boolean tagEnds = until == Until.STEP || until == Until.REASONING;
        int tag = tagEnds ? text.indexOf("</think>") : -1;
        String kept;
        if (until == Until.STEP && step.lookingAt()) {
            kept = step.group();
        } else if (until == Until.BLANK_LINE && text.contains("\n\n")) {
            kept = text.substring(0, text.indexOf("\n\n") + 2);
        } else {
            kept = tag < 0 ? text : text.substring(0, tag);
        }
        assertThat(whole.text()).as("of <" + text + ">").isEqualTo(kept);
    }
}
