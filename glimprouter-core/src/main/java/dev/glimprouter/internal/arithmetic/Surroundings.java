package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;

import java.util.List;

/** Tells whether a formula is whole, by what stands beside it. */
record Surroundings(List<Lexeme> lexemes) {

    private static final int NEAR = 5;
    private static final int BEHIND = 3;

    /** Whether nothing before this lexeme belongs to the formula that begins there. */
    boolean isFreeBefore(int start) {
        Lexeme before = at(start - 1);
        return switch (before.kind()) {
            case BREAK ->
                    !at(start - 2).kind().isOperator()
                            && (at(start).spaced() || !before.isBreak(","));
            case EQUAL, ABOUT -> true;
            case WORD -> isFreeWord(start);
            case OPEN -> isFreeParenthesis(start - 1);
            case CLOSE -> at(start).spaced() && isBullet(start - 1);
            default -> false;
        };
    }

    private boolean isFreeWord(int start) {
        String word = at(start - 1).text();
        boolean label = at(start).is(Kind.NUMBER) && Vocabulary.isLabel(word);
        return !label
                && at(start).spaced()
                && !Vocabulary.opens(word)
                && !isSupposed(start - 1)
                && !isJoined(start - 1)
                && !isConjunction(start - 1)
                && !isShare(start - 1)
                && !isMoved(start - 1);
    }

    /** If we had 3 + 4. */
    private boolean isSupposed(int word) {
        for (int i = word; i > word - 3 && at(i).is(Kind.WORD); i--) {
            if (Vocabulary.isCondition(at(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** 25 pens + her 3 + 4, all of it. */
    private boolean isJoined(int word) {
        int before = word;
        while (at(before).is(Kind.WORD) && word - before < NEAR) {
            before--;
        }
        return at(before).kind().isOperator();
    }

    /** 5 and 3 + 4. */
    private boolean isConjunction(int word) {
        return at(word).isWord("and") && at(word - 1).kind().endsOperand();
    }

    /** Half of the 3 + 4. */
    private boolean isShare(int word) {
        int of = word;
        while (at(of).is(Kind.WORD) && Vocabulary.isDeterminer(at(of).text())) {
            of--;
        }
        Lexeme whole = at(of - 1);
        return at(of).isWord("of")
                && (whole.kind().endsOperand()
                        || whole.is(Kind.UNKNOWN)
                        || (whole.is(Kind.WORD) && Vocabulary.isPart(whole.text())));
    }

    /** Add 5 to 3 + 4, 3 boxes of 4 + 5, twice as many as 3 + 4. */
    private boolean isMoved(int word) {
        if (!Vocabulary.joins(at(word).text())) {
            return false;
        }
        for (int i = word - 1; i > word - NEAR && !at(i).is(Kind.BREAK); i--) {
            Lexeme before = at(i);
            boolean multiplies = before.is(Kind.WORD) && Vocabulary.opens(before.text());
            if (before.kind().endsOperand() || before.is(Kind.UNKNOWN) || multiplies) {
                return true;
            }
        }
        return false;
    }

    private boolean isFreeParenthesis(int parenthesis) {
        int open = parenthesis;
        while (at(open - 1).is(Kind.OPEN) && parenthesis - open < NEAR) {
            open--;
        }
        Lexeme before = at(open - 1);
        return before.is(Kind.BREAK)
                || before.kind().isEquality()
                || (before.is(Kind.WORD) && at(open).spaced());
    }

    /** (1) or 1) at the beginning of a line. */
    private boolean isBullet(int close) {
        int open = at(close - 2).is(Kind.OPEN) ? close - 2 : close - 1;
        return at(close).text().equals(")") && at(open - 1).is(Kind.BREAK);
    }

    /** Whether nothing from this lexeme on belongs to the formula that ends before it. */
    boolean isFreeBehind(int end) {
        Lexeme behind = at(end);
        return switch (behind.kind()) {
            case BREAK -> !behind.isBreak("?") && !isContinued(end) && !isCut(end);
            case EQUAL, ABOUT -> true;
            case CLOSE -> isFreeBehindParenthesis(end + 1);
            case OPEN -> behind.spaced() && !at(end + 1).kind().beginsOperand();
            case WORD -> isFreeBehindWord(end);
            default -> false;
        };
    }

    /** The next line begins with an operator. */
    private boolean isContinued(int end) {
        Lexeme next = at(end + 1);
        return at(end).isBreak("\n") && (next.kind().isOperator() || next.isBreak("+"));
    }

    /** A point with something unknown behind it, such as a recurring decimal. */
    private boolean isCut(int end) {
        return at(end).isBreak(".") && at(end + 1).is(Kind.UNKNOWN) && !at(end + 1).spaced();
    }

    private boolean isFreeBehindParenthesis(int next) {
        Lexeme behind = at(next);
        return !behind.is(Kind.POWER) && !behind.is(Kind.PERCENT) && !behind.isBreak("?");
    }

    private boolean isFreeBehindWord(int end) {
        if (!at(end).spaced() && at(end - 1).is(Kind.NUMBER)) {
            return false;
        }
        for (int i = end; i < end + BEHIND && !isEnd(i); i++) {
            boolean number = at(i).kind().beginsOperand() && !at(i + 1).kind().isOperator();
            if (number || isScale(i, end)) {
                return false;
            }
        }
        return true;
    }

    /** 5 thousand, 3 and a half. */
    private boolean isScale(int index, int end) {
        Lexeme before = at(index - 1);
        boolean next = index == end || before.isWord("and") || before.isWord("a");
        return next && at(index).is(Kind.WORD) && Vocabulary.isScale(at(index).text());
    }

    private boolean isEnd(int index) {
        return at(index).is(Kind.BREAK) || at(index).kind().isEquality();
    }

    private Lexeme at(int index) {
        return Lexemes.at(lexemes, index);
    }
}
