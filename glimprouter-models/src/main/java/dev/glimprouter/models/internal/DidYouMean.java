package dev.glimprouter.models.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The known name that a mistyped one most likely stands for. */
public final class DidYouMean {

    private DidYouMean() {}

    /** The nearest name, if at most a third of its letters are wrong or the start is right. */
    public static Optional<String> among(List<String> names, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> near(name.toLowerCase(Locale.ROOT), wanted))
                .min(Comparator.comparingInt(name -> edits(name, wanted)));
    }

    private static boolean near(String name, String wanted) {
        return edits(name, wanted) <= name.length() / 3
                || (wanted.length() >= 3 && name.startsWith(wanted));
    }

    /** Levenshtein distance. */
    static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
