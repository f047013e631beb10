package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What numbers count, as it is read behind them: sheets of paper, miles/hour, cm^2. */
final class Units {

    private static final int MOST_WORDS = 6;

    private final Cursor cursor;
    private final List<String> words = new ArrayList<>();
    private final List<String> divisors = new ArrayList<>();

    Units(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads the one that may stand next. */
    void read() {
        for (int i = 0; i < MOST_WORDS; i++) {
            if (isWord()) {
                words.add(cursor.take().text());
                if (cursor.isNext(Kind.POWER) && cursor.peek(1).is(Kind.NUMBER)) {
                    cursor.take();
                    cursor.take();
                }
            } else if (isPer()) {
                cursor.take();
                divisors.add(cursor.take().text());
            } else {
                return;
            }
        }
    }

    private boolean isWord() {
        Lexeme next = cursor.peek(0);
        return next.is(Kind.WORD) && !Vocabulary.endsUnit(next.text()) && !cursor.isOf();
    }

    private boolean isPer() {
        Lexeme word = cursor.peek(1);
        return cursor.isNext(Kind.OVER)
                && !cursor.peek(0).spaced()
                && word.is(Kind.WORD)
                && !word.spaced();
    }

    /** Whether one says that its number counts several times. */
    boolean hasEach() {
        return words.stream().anyMatch(Vocabulary::isEach);
    }

    /**
     * All words. What stands below a slash must be a unit of measure, or be counted elsewhere:
     * $2/pen * 6 pens.
     */
    List<String> all() {
        Set<String> stems = new HashSet<>();
        words.forEach(word -> stems.add(stem(word)));
        for (String divisor : divisors) {
            Unreadable.unless(
                    Measures.isUnit(divisor) || stems.contains(stem(divisor)),
                    "a division by a word");
        }
        List<String> all = new ArrayList<>(words);
        all.addAll(divisors);
        return all;
    }

    private static String stem(String word) {
        return word.length() > 3 && word.endsWith("s")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
