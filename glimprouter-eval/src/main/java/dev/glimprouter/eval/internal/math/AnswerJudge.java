package dev.glimprouter.eval.internal.math;

import dev.glimprouter.internal.rational.Rational;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares answers of any form. */
record AnswerJudge(Arithmetic arithmetic) {

    private static final Verdict OTHER_FORM =
            Verdict.different("It has another form than the right answer.");

    Verdict compare(Answer gold, Answer answer) {
        arithmetic.budget().spend(1);
        if (gold instanceof Answer.Listed(List<Answer> members, boolean _, boolean _)
                && members.size() == 1) {
            return compare(members.getFirst(), answer);
        }
        if (answer instanceof Answer.Listed(List<Answer> members, boolean _, boolean _)
                && members.size() == 1) {
            return compare(gold, members.getFirst());
        }
        if (answer instanceof Answer.Words(String text)) {
            return inWords(gold, text);
        }
        if (gold instanceof Answer.Chain || answer instanceof Answer.Chain) {
            return new ChainJudge(this).compare(gold, answer);
        }
        if (isUnion(gold) || isUnion(answer)) {
            return isRange(gold) && isRange(answer)
                    ? new RangeJudge(arithmetic).compare(gold, answer)
                    : OTHER_FORM;
        }
        return switch (gold) {
            case Answer.Single single -> compareSingle(single, answer);
            case Answer.Bracketed bracketed -> compareBracketed(bracketed, answer);
            case Answer.Listed listed -> compareListed(listed, answer);
            case Answer.Matrix matrix -> compareMatrix(matrix, answer);
            case Answer.InBase inBase -> compareInBase(inBase, answer);
            case Answer.Words _, Answer.Union _, Answer.Chain _ -> OTHER_FORM;
        };
    }

    private static Verdict inWords(Answer gold, String text) {
        boolean nothing = isNothing(gold);
        for (String word : text.split("[ -]", -1)) {
            if (Lexicon.isNumber(word) || (nothing && Lexicon.isNothing(word))) {
                return Verdict.unknown("It is in words that may tell the right answer.");
            }
        }
        return Verdict.different("It is in words, and the right answer is not.");
    }

    private static boolean isNothing(Answer gold) {
        return switch (gold) {
            case Answer.Listed(List<Answer> members, boolean _, boolean _) -> members.isEmpty();
            case Answer.Single(Expression.Numeral(Rational value, int _)) -> value.isZero();
            default -> false;
        };
    }

    private static boolean isUnion(Answer answer) {
        return switch (answer) {
            case Answer.Union _ -> true;
            case Answer.Listed(List<Answer> members, boolean _, boolean _) ->
                    !members.isEmpty() && members.stream().allMatch(Ranges::isOrdered);
            default -> false;
        };
    }

    private static boolean isRange(Answer answer) {
        return answer instanceof Answer.Union
                || answer instanceof Answer.Listed
                || answer instanceof Answer.Bracketed;
    }

    private Verdict compareSingle(Answer.Single gold, Answer answer) {
        return switch (answer) {
            case Answer.Single(Expression expression) ->
                    new ExpressionJudge(arithmetic).compare(gold.expression(), expression);
            case Answer.InBase inBase ->
                    new ExpressionJudge(arithmetic)
                            .compare(
                                    gold.expression(),
                                    new Expression.Numeral(Rational.of(inBase.value()), 0));
            default -> OTHER_FORM;
        };
    }

    private Verdict compareBracketed(Answer.Bracketed gold, Answer answer) {
        return switch (answer) {
            case Answer.Bracketed bracketed -> compareBrackets(gold, bracketed);
            case Answer.Listed(List<Answer> members, boolean braces, boolean _) ->
                    braces ? asSet(gold.members(), members) : inOrder(gold.members(), members);
            case Answer.Matrix matrix -> compareVector(gold.members(), matrix);
            default -> OTHER_FORM;
        };
    }

    private Verdict compareBrackets(Answer.Bracketed gold, Answer.Bracketed answer) {
        boolean two = gold.members().size() == 2 && answer.members().size() == 2;
        return two && !gold.bracketsAs(answer)
                ? Verdict.different("Its brackets are not those of the right answer.")
                : inOrder(gold.members(), answer.members());
    }

    private Verdict asSet(List<Answer> gold, List<Answer> answer) {
        Verdict verdict = inAnyOrder(gold, answer);
        return verdict.isEqual()
                ? Verdict.unknown("Its members are right, but their order may matter.")
                : verdict;
    }

    private Verdict compareListed(Answer.Listed gold, Answer answer) {
        return switch (answer) {
            case Answer.Listed listed -> inAnyOrder(gold.members(), listed.members());
            case Answer.Bracketed bracketed ->
                    gold.braces()
                            ? asSet(gold.members(), bracketed.members())
                            : inAnyOrder(gold.members(), bracketed.members());
            default -> OTHER_FORM;
        };
    }

    /** Member by member. */
    Verdict inOrder(List<Answer> gold, List<Answer> answer) {
        if (gold.size() != answer.size()) {
            return Verdict.different(
                    "It has "
                            + answer.size()
                            + " members, the right answer has "
                            + gold.size()
                            + ".");
        }
        Verdict verdict = Verdict.equal("It has no members, like the right answer.");
        for (int i = 0; i < gold.size(); i++) {
            Verdict member = compare(gold.get(i), answer.get(i));
            if (member.isDifferent()) {
                return Verdict.different("Its member " + (i + 1) + " is not the right one.");
            }
            verdict = verdict.isEqual() ? member : verdict;
        }
        return verdict.isEqual() && !gold.isEmpty()
                ? Verdict.equal("Each member is the right one.")
                : verdict;
    }

    private Verdict inAnyOrder(List<Answer> gold, List<Answer> answer) {
        Verdict missing = allIn(gold, answer, "It lacks a member of the right answer.");
        return missing.isEqual()
                ? allIn(answer, gold, "It has a member that is not in the right answer.")
                : missing;
    }

    private Verdict allIn(List<Answer> members, List<Answer> others, String lacking) {
        Verdict verdict = Verdict.equal("It has the members of the right answer.");
        for (Answer member : members) {
            Optional<Verdict> open = Optional.empty();
            boolean found = false;
            for (Answer other : others) {
                Verdict one = compare(member, other);
                if (one.isEqual()) {
                    found = true;
                    break;
                }
                open = one.isDifferent() ? open : Optional.of(one);
            }
            if (!found) {
                if (open.isEmpty()) {
                    return Verdict.different(lacking);
                }
                verdict = open.get();
            }
        }
        return verdict;
    }

    private Verdict compareMatrix(Answer.Matrix gold, Answer answer) {
        return switch (answer) {
            case Answer.Matrix(List<List<Expression>> rows) ->
                    rows.size() == gold.rows().size()
                                    && rows.getFirst().size() == gold.rows().getFirst().size()
                            ? inOrder(entries(gold.rows()), entries(rows))
                            : Verdict.different("It has another shape than the right answer.");
            case Answer.Bracketed(boolean _, boolean _, List<Answer> members) ->
                    compareVector(members, gold);
            default -> OTHER_FORM;
        };
    }

    private Verdict compareVector(List<Answer> members, Answer.Matrix matrix) {
        boolean vector = matrix.rows().size() == 1 || matrix.rows().getFirst().size() == 1;
        return vector ? inOrder(members, entries(matrix.rows())) : OTHER_FORM;
    }

    private static List<Answer> entries(List<List<Expression>> rows) {
        List<Answer> entries = new ArrayList<>();
        rows.forEach(row -> row.forEach(entry -> entries.add(new Answer.Single(entry))));
        return entries;
    }

    private Verdict compareInBase(Answer.InBase gold, Answer answer) {
        return switch (answer) {
            case Answer.InBase other ->
                    gold.value().equals(other.value())
                            ? Verdict.equal("It is the same whole number.")
                            : Verdict.different("It is another whole number.");
            case Answer.Single(Expression.Numeral(Rational value, int decimals))
                    when decimals == 0 && value.isWhole() ->
                    bare(gold, value);
            default -> OTHER_FORM;
        };
    }

    private static Verdict bare(Answer.InBase gold, Rational value) {
        if (value.toString().equals(gold.digits())) {
            return Verdict.equal("Its digits are right; the base is left out.");
        }
        return value.numerator().equals(gold.value())
                ? Verdict.unknown(
                        "It is the right number, but not in base " + gold.base() + " as asked.")
                : Verdict.different("Its digits are not the right ones.");
    }
}
