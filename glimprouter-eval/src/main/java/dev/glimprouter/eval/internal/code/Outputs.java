package dev.glimprouter.eval.internal.code;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Compares what a program wrote with what it should have written, as LiveCodeBench does: line by
 * line without white space around, and where lines differ, token by token as exact decimals.
 */
final class Outputs {

    private static final int MOST_DIGITS = 4096;

    private Outputs() {}

    static boolean agree(String expected, String actual) {
        String[] wanted = expected.strip().split("\n", -1);
        String[] written = actual.strip().split("\n", -1);
        if (wanted.length != written.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            String want = wanted[i].strip();
            String have = written[i].strip();
            if (!want.equals(have) && !sameNumbers(want, have)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameNumbers(String expected, String actual) {
        Optional<List<BigDecimal>> wanted = numbers(expected);
        Optional<List<BigDecimal>> written = numbers(actual);
        if (wanted.isEmpty() || written.isEmpty()) {
            return false;
        }
        List<BigDecimal> a = wanted.get();
        List<BigDecimal> b = written.get();
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i).compareTo(b.get(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<List<BigDecimal>> numbers(String line) {
        String[] tokens = line.split("\\s+");
        if (Arrays.stream(tokens).anyMatch(token -> token.length() > MOST_DIGITS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Arrays.stream(tokens).map(BigDecimal::new).toList());
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }
}
