package dev.glimprouter.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Seeded sentences with a true equation of whole numbers, in many notations. The value is computed
 * here, apart from the code under test.
 */
final class RandomEquations {

    private static final List<String> BEFORE =
            List.of("", "So ", "She has ", "Total: ", "1. ", "n = ", "$", "\\[ ", "Then we get ");

    private static final List<String> AFTER =
            List.of(
                    "",
                    ".",
                    " in all.",
                    ", so we go on.",
                    "\n\n",
                    " apples left.",
                    " (as before)",
                    ")");

    private final SplittableRandom random;

    RandomEquations(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * A sentence in three parts.
     *
     * @param result what stands right of the sign, in plain digits
     */
    record Sentence(String before, BigInteger result, boolean grouped, String after) {

        String text() {
            return with(result);
        }

        String with(BigInteger other) {
            String digits = grouped ? String.format(Locale.ROOT, "%,d", other) : other.toString();
            return before + digits + after;
        }
    }

    /** Text, and how strongly its outermost sign binds. */
    private record Term(String text, BigInteger value, int strength) {}

    Sentence next() {
        Term term = sum(1 + random.nextInt(3));
        while (term.strength == 4) {
            term = sum(2);
        }
        String before = pick(BEFORE);
        String sign = random.nextInt(4) == 0 ? "=" : " = ";
        return new Sentence(
                before + term.text + sign, term.value, random.nextBoolean(), pick(AFTER));
    }

    private Term sum(int depth) {
        return depth == 0 ? number() : joined(depth);
    }

    private Term joined(int depth) {
        Term left = sum(depth - 1);
        Term right = sum(depth - 1);
        return switch (random.nextInt(4)) {
            case 0 -> join(left, plus(), right, left.value.add(right.value), 1, 1);
            case 1 -> join(left, " - ", right, left.value.subtract(right.value), 1, 2);
            case 2 -> join(left, times(), right, left.value.multiply(right.value), 2, 3);
            default -> quotient(left, right);
        };
    }

    private Term quotient(Term left, Term right) {
        if (right.value.signum() == 0) {
            return left;
        }
        BigInteger product = left.value.multiply(right.value);
        Term above = new Term(plain(product), product, product.signum() < 0 ? 0 : 4);
        return join(above, over(), right, left.value, 2, 3);
    }

    private Term join(
            Term left, String sign, Term right, BigInteger value, int strength, int rightStrength) {
        String text = within(left, strength) + sign + within(right, rightStrength);
        return new Term(text, value, strength);
    }

    private static String within(Term term, int least) {
        return term.strength >= least ? term.text : "(" + term.text + ")";
    }

    private Term number() {
        int value = random.nextInt(random.nextBoolean() ? 20 : 5000);
        BigInteger number = BigInteger.valueOf(value);
        return new Term(
                random.nextBoolean() ? plain(number) : String.format(Locale.ROOT, "%,d", value),
                number,
                4);
    }

    private static String plain(BigInteger number) {
        return number.toString();
    }

    private String plus() {
        return pick(List.of(" + ", "+", " plus "));
    }

    private String times() {
        return pick(
                List.of(" * ", "*", " x ", " × ", "×", " · ", " \\times ", " \\cdot ", " times "));
    }

    private String over() {
        return pick(List.of(" / ", " ÷ ", " \\div ", " divided by "));
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
