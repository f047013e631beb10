package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;

import java.util.List;
import java.util.Optional;

/** Finds the first false equation of a text. */
public final class Reader {

    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_FUEL = 20_000;
    private static final int FUEL_OF_A_SIGN = 50;
    private static final int LONGEST_QUOTE = 80;

    private final String text;
    private final List<Lexeme> lexemes;
    private final Fuel fuel = new Fuel(MOST_FUEL);

    private Reader(String text) {
        this.text = Lexer.prepared(text);
        this.lexemes = Lexer.lex(this.text);
    }

    /**
     * What is false in a text, in words for people.
     *
     * @return empty if nothing is, as far as it can be read; always for more than 10,000 characters
     */
    public static Optional<String> falsehood(String text) {
        return text.length() > LONGEST_TEXT ? Optional.empty() : new Reader(text).falsehood();
    }

    private Optional<String> falsehood() {
        for (int i = 0; i < lexemes.size() && !fuel.isEmpty(); i++) {
            if (lexemes.get(i).kind().isEquality()) {
                Optional<String> found = falsehoodAt(i);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> falsehoodAt(int equality) {
        try {
            fuel.burn(FUEL_OF_A_SIGN);
            Sides sides = new Sides(lexemes, fuel);
            int behind = afterHedge(equality + 1);
            Side right = sides.from(behind);
            Side left = sides.before(equality);
            boolean about = lexemes.get(equality).is(Kind.ABOUT) || behind > equality + 1;
            Equation equation = new Equation(left, right, about, false);
            return equation.isFalse() && isFalseIn(equation)
                    ? Optional.of(words(equation))
                    : Optional.empty();
        } catch (Unreadable _) {
            return Optional.empty();
        }
    }

    /** Whether the sentence and what follows leave it false. */
    private boolean isFalseIn(Equation equation) {
        int end = equation.right().end();
        Sentence sentence = Sentence.around(lexemes, equation.left().start(), end);
        boolean about = equation.about() || sentence.isApproximate();
        return !sentence.isDoubtful()
                && equation.in(about, sentence.isAboutPercent()).isFalse()
                && !isTakenBack(end);
    }

    /** Behind an "about" that follows the sign. */
    private int afterHedge(int index) {
        Lexeme hedge = Lexemes.at(lexemes, index);
        boolean found =
                hedge.is(Kind.ABOUT)
                        || (hedge.is(Kind.WORD) && Vocabulary.approximates(hedge.text()));
        return found ? index + 1 : index;
    }

    /** Whether the text corrects itself later on. */
    private boolean isTakenBack(int end) {
        fuel.burn(lexemes.size() - end);
        return lexemes.subList(end, lexemes.size()).stream()
                .anyMatch(l -> l.is(Kind.WORD) && Vocabulary.corrects(l.text()));
    }

    private String words(Equation equation) {
        String quote =
                text.substring(
                                lexemes.get(equation.left().start()).start(),
                                lexemes.get(equation.right().end() - 1).end())
                        .replaceAll("\\s+", " ");
        String shown =
                quote.length() <= LONGEST_QUOTE
                        ? quote
                        : quote.substring(0, LONGEST_QUOTE - 3) + "...";
        return "%s is false: %s".formatted(shown, equation.truth());
    }
}
