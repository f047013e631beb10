package dev.glimprouter.eval.internal.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.SplittableRandom;
import java.util.stream.Stream;

class OutputsTest {

    private static final long SEED = 7;

    static Stream<Arguments> outputs() {
        return Stream.of(
                arguments("3\n", "3", true),
                arguments("a \n b", "\na\nb\n\n", true),
                arguments("a\n\nb", "a\nb", false),
                arguments("1.50 2", "1.5 2.0", true),
                arguments("1e3", "1000", true),
                arguments("0.1", "0.10000001", false),
                arguments("1 2", "1 2 3", false),
                arguments("yes", "YES", false),
                arguments("a  b", "a b", false),
                arguments("", "\n", true));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void comparesLinesThenNumbers(String expected, String actual, boolean agree) {
        assertThat(Outputs.agree(expected, actual)).isEqualTo(agree);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("[1, 2]", "[1.0, 2]", true),
                arguments("[1, 2]", "[2, 1]", false),
                arguments("{\"a\": 1, \"b\": 2}", "{\"b\": 2, \"a\": 1}", true),
                arguments("{\"a\": 1}", "{\"b\": 1}", false),
                arguments("true", "1", true),
                arguments("true", "\"true\"", false),
                arguments("null", "null", true),
                arguments("null", "0", false),
                arguments("0.1", "0.10000000000000001", true),
                arguments("9007199254740993", "9007199254740992.0", false),
                arguments("1e999", "1e999", true),
                arguments("1e999", "1", false),
                arguments("[1]", "NaN", false),
                arguments("[1]", "", false));
    }

    @ParameterizedTest
    @MethodSource("values")
    void comparesValuesAsPythonDoes(String expected, String actual, boolean agree) {
        assertThat(Values.agree(expected, actual)).isEqualTo(agree);
    }

    @Test
    @Timeout(5)
    void isNotDelayedByMonstrousNumbers() {
        assertThat(Outputs.agree("1e999999999", "1")).isFalse();
        assertThat(Outputs.agree("1e-999999999", "1e-999999998")).isFalse();
        String digits = "9".repeat(1 << 20);
        assertThat(Outputs.agree(digits, digits + ".0")).isFalse();
        assertThat(Values.agree(digits, digits)).isFalse();
        assertThat(Values.agree("[".repeat(100_000), "[".repeat(100_000))).isFalse();
    }

    /** Garbage equals itself and nothing that was changed into other text; nothing is thrown. */
    @Test
    @Timeout(60)
    void takesAnyGarbage() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 50_000; i++) {
            String one = garbage(random);
            String other = garbage(random);
            assertThat(Outputs.agree(one, one)).as("seed %d: %s", SEED, one).isTrue();
            assertThat(Outputs.agree(one, other)).isEqualTo(Outputs.agree(other, one));
            assertThat(Values.agree(one, other)).isEqualTo(Values.agree(other, one));
            CodeBlock.last(one)
                    .ifPresent(code -> assertThat(code.lines()).isSubsetOf(one.lines().toList()));
        }
    }

    private static String garbage(SplittableRandom random) {
        String letters = "0123456789.eE+-[]{}\":,`~ \n\t\u00e9\ud800";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(
                    random.nextInt(6) == 0
                            ? "```\n"
                            : letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
