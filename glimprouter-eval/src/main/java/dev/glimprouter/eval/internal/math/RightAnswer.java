package dev.glimprouter.eval.internal.math;

import java.util.List;
import java.util.Optional;

/** A right answer, read once, with which given answers are compared; thread safe. */
public final class RightAnswer {

    private final Tokens tokens;
    private final Optional<Answer> answer;
    private final String trouble;

    private RightAnswer(Tokens tokens, Optional<Answer> answer, String trouble) {
        this.tokens = tokens;
        this.answer = answer;
        this.trouble = trouble;
    }

    /** Reads a right answer. One that cannot be read is compared by its normal form only. */
    public static RightAnswer of(String latex) {
        Tokens tokens = new Tokens(List.of());
        try {
            tokens = Trim.outer(new Tokens(Lexer.read(latex)));
            return new RightAnswer(tokens, Optional.of(AnswerReader.read(tokens)), "");
        } catch (Unreadable e) {
            return new RightAnswer(tokens, Optional.empty(), e.reason());
        }
    }

    /** Compares a given answer, within the budget of one comparison. */
    public Verdict compare(String given) {
        try {
            return compare(Trim.outer(new Tokens(Lexer.read(given))));
        } catch (Unreadable e) {
            return Verdict.unknown("It cannot be read: it " + e.reason() + ".");
        }
    }

    private Verdict compare(Tokens given) {
        Unreadable.unless(!given.isEmpty(), "is empty");
        if (given.text().equals(tokens.text())) {
            return Verdict.equal("It is the right answer, written the same way.");
        }
        if (answer.isEmpty()) {
            return Verdict.unknown("The right answer cannot be read: it " + trouble + ".");
        }
        if (answer.get() instanceof Answer.Words(String text)) {
            return WordsJudge.compare(text, given);
        }
        return compare(answer.get(), AnswerReader.read(given));
    }

    private static Verdict compare(Answer right, Answer given) {
        try {
            return new AnswerJudge(new Arithmetic(new Budget())).compare(right, given);
        } catch (Unreadable e) {
            return Verdict.unknown("It cannot be compared: one side " + e.reason() + ".");
        }
    }
}
