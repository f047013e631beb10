package dev.glimprouter.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps that would take a careless reader of arithmetic very long, or beyond its stack: deep
 * brackets, towers of powers, very long numbers and chains, 100,000 characters of anything.
 */
public final class HardTexts {

    private static final List<Integer> LENGTHS = List.of(190, 9_900, 100_000);
    private static final int MANY = 4_000;

    private static final List<String> PIECES =
            List.of(
                    "9^",
                    "9**",
                    "(",
                    "((",
                    "-",
                    "--",
                    "1+",
                    "1*",
                    "2^64*",
                    "1/3+",
                    "1=",
                    "1+1=",
                    "(1+1)=",
                    "1 ",
                    "1 apple ",
                    "1,",
                    "1,000,",
                    "1.",
                    ".",
                    "=",
                    "≈",
                    "$",
                    "%",
                    "1%",
                    "x",
                    "2x",
                    "2 x ",
                    "\\frac{1}{",
                    "\\frac{",
                    "\\text{",
                    "\\text{a} ",
                    "{",
                    "}",
                    "a ",
                    "1 a + ",
                    "of ",
                    "1/2 of ",
                    "½",
                    "1½",
                    "²",
                    "*",
                    "**",
                    "\n",
                    "- 1 + ",
                    "1 + 1 = 3 wait ",
                    "3 * 4 = 12 ",
                    "9999999999999999999999999999 * ");

    private HardTexts() {}

    /** All of them. */
    public static List<String> all() {
        List<String> texts =
                new ArrayList<>(
                        List.of(
                                "9^9^9^9 = 1",
                                "9^(9^(9^9)) = 1",
                                "2^999999999999 = 1",
                                "0.1^64 * 0.1^64 * 0.1^64 * 0.1^64 * 0.1^64 * 0.1^64 = 1",
                                "9".repeat(9_900) + " + 1 = 2",
                                "9".repeat(10_000) + " + 1 = 2",
                                "1 + 1 = " + "9".repeat(10_000),
                                "(".repeat(MANY) + "1 + 1" + ")".repeat(MANY) + " = 3",
                                "1 = " + "(".repeat(MANY) + "1 + 1" + ")".repeat(MANY),
                                "1 = " + "-".repeat(MANY) + "1",
                                "(".repeat(10_000) + "1 + 1" + ")".repeat(10_000) + " = 3"));
        for (String piece : PIECES) {
            LENGTHS.forEach(length -> texts.add(piece.repeat(length / piece.length()) + "1 = 2"));
        }
        return texts;
    }
}
