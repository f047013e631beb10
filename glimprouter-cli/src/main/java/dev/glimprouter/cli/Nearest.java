package dev.glimprouter.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
final class Nearest {

    private Nearest() {}

    /**
     * The name of fewest edits from {@code typed}, if that is at most two, or a third of its
     * length.
     */
    static Optional<String> among(List<String> names, String typed) {
        int most = Math.min(typed.length() - 1, Math.max(2, typed.length() / 3));
        return names.stream()
                .filter(name -> edits(name, typed) <= most)
                .min(Comparator.comparingInt(name -> edits(name, typed)));
    }

    /** A half sentence that names the nearest name, or all of them. */
    static String hint(List<String> names, String typed) {
        return among(names, typed)
                .map(near -> "did you mean " + near + "?")
                .orElse("known are " + String.join(", ", names) + ".");
    }

    /** Levenshtein's distance. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
