package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;

import java.util.List;
import java.util.function.Predicate;

/**
 * The sentence around an equation.
 *
 * @param from its first lexeme
 * @param to behind its last lexeme
 */
record Sentence(List<Lexeme> lexemes, int from, int to) {

    private static final int REACH = 60;
    private static final String ENDS = ".?!;\n";

    static Sentence around(List<Lexeme> lexemes, int start, int end) {
        int from = start;
        while (from > Math.max(0, start - REACH) && !isEnd(lexemes.get(from - 1))) {
            from--;
        }
        int to = end;
        while (to < Math.min(lexemes.size(), end + REACH) && !isEnd(lexemes.get(to))) {
            to++;
        }
        return new Sentence(lexemes, from, to);
    }

    private static boolean isEnd(Lexeme lexeme) {
        return lexeme.is(Kind.BREAK) && lexeme.text().length() == 1 && ENDS.contains(lexeme.text());
    }

    /** Whether it claims nothing: a question, a denial, another kind of number. */
    boolean isDoubtful() {
        return Lexemes.at(lexemes, to).isBreak("?") || hasWord(Vocabulary::doubts);
    }

    boolean isApproximate() {
        return hasWord(Vocabulary::approximates);
    }

    boolean isAboutPercent() {
        return hasWord(word -> word.startsWith("percent"));
    }

    private boolean hasWord(Predicate<String> wanted) {
        return lexemes.subList(from, to).stream()
                .anyMatch(l -> l.is(Kind.WORD) && wanted.test(l.text()));
    }
}
