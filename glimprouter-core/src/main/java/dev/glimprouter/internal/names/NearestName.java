package dev.glimprouter.internal.names;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The known name that a mistyped one most likely stands for. */
public final class NearestName {

    private static final int SHORTEST_BEGINNING = 3;
    private static final int FEW_EDITS = 2;

    private NearestName() {}

    /**
     * The name of fewest edits from {@code typed}, if they are at most two or a third of its
     * length, or if it begins with {@code typed}. Upper and lower case are the same.
     */
    public static Optional<String> among(List<String> names, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> isNear(name.toLowerCase(Locale.ROOT), wanted))
                .min(Comparator.comparingInt(name -> edits(name.toLowerCase(Locale.ROOT), wanted)));
    }

    /** A half sentence that names the nearest name, or all of them. */
    public static String hint(List<String> names, String typed) {
        return among(names, typed)
                .map(near -> "did you mean " + near + "?")
                .orElse("known are " + String.join(", ", names) + ".");
    }

    private static boolean isNear(String name, String wanted) {
        int most = Math.min(wanted.length() - 1, Math.max(FEW_EDITS, wanted.length() / 3));
        return edits(name, wanted) <= most
                || (wanted.length() >= SHORTEST_BEGINNING && name.startsWith(wanted));
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
