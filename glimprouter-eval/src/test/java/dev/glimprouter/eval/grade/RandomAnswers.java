package dev.glimprouter.eval.grade;

import java.util.List;
import java.util.SplittableRandom;

/** Answers by chance: real ones with parts exchanged, and plain garbage. */
final class RandomAnswers {

    private static final List<String> REAL =
            List.of(
                    "42",
                    "\\frac{14}{3}",
                    "3\\sqrt{13}",
                    "(3,4]",
                    "6 - 5i",
                    "52_8",
                    "x=5",
                    "1 \\pm \\sqrt{19}",
                    "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}",
                    "(0,9) \\cup (9,36)",
                    "\\{1,2,x^2\\}",
                    "y = 2x + 3",
                    "\\text{Evelyn}",
                    "\\sin^2 x + \\cos^2 x",
                    "2^{10}",
                    "\\log_2 8",
                    "15\\mbox{ cm}^2",
                    "n!",
                    "(-\\infty, 2) \\cup (3, \\infty)",
                    "-2 < x \\le 7",
                    "\\$32,\\!348");

    private static final List<String> PARTS =
            List.of(
                    "{",
                    "}",
                    "(",
                    ")",
                    "[",
                    "]",
                    "\\{",
                    "\\}",
                    "^",
                    "_",
                    "\\frac",
                    "\\sqrt",
                    "1",
                    "9",
                    "0",
                    "99999",
                    ".",
                    ",",
                    "x",
                    "y",
                    "i",
                    "e",
                    "\\pi",
                    "+",
                    "-",
                    "*",
                    "/",
                    "!",
                    "%",
                    "^\\circ",
                    "|",
                    "=",
                    "<",
                    "\\le",
                    "\\pm",
                    "\\cup",
                    "\\in",
                    "\\infty",
                    "\\text{",
                    "\\begin{pmatrix}",
                    "\\end{pmatrix}",
                    "&",
                    "\\\\",
                    "\\sin",
                    "\\log",
                    "\\binom",
                    "\\left",
                    "\\right",
                    "\\boxed{",
                    "\\overline",
                    " ",
                    "or",
                    "and",
                    "million",
                    "cm",
                    "\\lfloor",
                    "\\rfloor",
                    "\\",
                    "\t",
                    "\u221a",
                    "\u00bd",
                    "\ud835\udfd9",
                    "\u0661",
                    "\u0000",
                    "$");

    private final SplittableRandom random;

    RandomAnswers(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A right answer that is mostly real. */
    String right() {
        return random.nextInt(10) == 0 ? garbage() : pick(REAL);
    }

    /** An answer that is anything. */
    String given() {
        return switch (random.nextInt(3)) {
            case 0 -> garbage();
            case 1 -> changed(pick(REAL));
            default -> changed(pick(REAL)) + pick(PARTS) + changed(pick(REAL));
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String garbage() {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(random.nextInt(20) == 0 ? 300 : 25);
        for (int i = 0; i < length; i++) {
            text.append(pick(PARTS));
        }
        return text.toString();
    }

    private String changed(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(changed.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> changed.insert(at, pick(PARTS));
                case 1 -> changed.insert(at, text.substring(random.nextInt(text.length())));
                default -> changed.delete(at, Math.min(changed.length(), at + 2));
            }
        }
        return changed.toString();
    }
}
