package dev.glimprouter.eval.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * BLEU-4 of one text against one other: how many of its sequences of one to four words the other
 * has too, 0 to 1 (Papineni and others 2002), times a penalty if it is shorter.
 *
 * <p>Sequences of two and more are counted with one more match and one more trial, so that short
 * texts have a value above 0 (Lin and Och 2004, ORANGE). Words are runs of letters, marks and
 * digits as they stand; every other visible character is a word of its own. Equal texts have 1;
 * texts without a common word have 0.
 */
public final class SentenceBleu {

    private static final int LONGEST = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{Z}]");

    private SentenceBleu() {}

    /** BLEU-4 of a candidate, given what it should have been. */
    public static double of(String candidate, String reference) {
        List<String> ours = words(candidate);
        List<String> theirs = words(reference);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return ours.isEmpty() && theirs.isEmpty() ? 1 : 0;
        }
        double logs = 0;
        for (int length = 1; length <= LONGEST; length++) {
            double add = length == 1 ? 0 : 1;
            double trials = Math.max(0, ours.size() - length + 1);
            logs += Math.log((matches(ours, theirs, length) + add) / (trials + add));
        }
        double shortage = Math.min(0, 1 - (double) theirs.size() / ours.size());
        return Math.exp(shortage + logs / LONGEST);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }

    /** Each sequence counts no more often than the reference has it. */
    private static double matches(List<String> ours, List<String> theirs, int length) {
        Map<List<String>, Integer> left = new HashMap<>();
        sequences(theirs, length).forEach(each -> left.merge(each, 1, Integer::sum));
        int matches = 0;
        for (List<String> each : sequences(ours, length)) {
            if (left.merge(each, -1, Integer::sum) >= 0) {
                matches++;
            }
        }
        return matches;
    }

    private static List<List<String>> sequences(List<String> words, int length) {
        List<List<String>> sequences = new ArrayList<>();
        for (int i = 0; i + length <= words.size(); i++) {
            sequences.add(words.subList(i, i + length));
        }
        return sequences;
    }
}
