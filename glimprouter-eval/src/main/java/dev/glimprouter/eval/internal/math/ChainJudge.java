package dev.glimprouter.eval.internal.math;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares equations and inequalities with one another, and with what they say of a variable. */
record ChainJudge(AnswerJudge answers) {

    Verdict compare(Answer gold, Answer answer) {
        if (gold instanceof Answer.Chain right && answer instanceof Answer.Chain given) {
            return compareChains(right, given);
        }
        if (gold instanceof Answer.Chain right) {
            return Ranges.isOrdered(right)
                    ? new RangeJudge(answers.arithmetic()).compare(right, answer)
                    : assigned(right)
                            .map(value -> answers.compare(new Answer.Single(value), answer))
                            .orElseGet(
                                    () ->
                                            Verdict.different(
                                                    "It is no equation, as the right answer is."));
        }
        Answer.Chain given = (Answer.Chain) answer;
        if (Ranges.isOrdered(given)) {
            return gold instanceof Answer.Bracketed || gold instanceof Answer.Union
                    ? new RangeJudge(answers.arithmetic()).compare(gold, given)
                    : Verdict.different("It is an inequality, and the right answer is not.");
        }
        return result(given)
                .map(value -> answers.compare(gold, new Answer.Single(value)))
                .orElseGet(() -> Verdict.unknown("It is an equation that is not solved."));
    }

    private Verdict compareChains(Answer.Chain gold, Answer.Chain answer) {
        Optional<Expression> right = assigned(gold);
        Optional<Expression> given = assigned(answer);
        if (right.isPresent()
                && given.isPresent()
                && gold.sides().getFirst().equals(answer.sides().getFirst())) {
            return new ExpressionJudge(answers.arithmetic()).compare(right.get(), given.get());
        }
        if (Ranges.isOrdered(gold) && Ranges.isOrdered(answer)) {
            return compareOrdered(gold, answer);
        }
        if (isEquation(gold) && isEquation(answer)) {
            return new EquationJudge(answers.arithmetic()).compare(gold.sides(), answer.sides());
        }
        return Verdict.unknown("It and the right answer are relations of different kinds.");
    }

    private Verdict compareOrdered(Answer.Chain gold, Answer.Chain answer) {
        boolean plain = gold.relations().size() == 1 && answer.relations().size() == 1;
        Optional<Verdict> sides =
                plain && gold.relations().equals(answer.relations())
                        ? Optional.of(compareSides(gold.sides(), answer.sides()))
                        : Optional.empty();
        return sides.filter(Verdict::isEqual)
                .orElseGet(() -> new RangeJudge(answers.arithmetic()).compare(gold, answer));
    }

    private Verdict compareSides(List<Expression> gold, List<Expression> answer) {
        return answers.inOrder(singles(gold), singles(answer));
    }

    private static List<Answer> singles(List<Expression> sides) {
        return sides.stream().map(side -> (Answer) new Answer.Single(side)).toList();
    }

    private static boolean isEquation(Answer.Chain chain) {
        return chain.relations().equals(List.of(Relation.EQUAL));
    }

    /** What a variable is said to be equal to, at the end of the chain. */
    private static Optional<Expression> assigned(Answer.Chain chain) {
        return chain.sides().getFirst() instanceof Expression.Variable
                ? result(chain)
                : Optional.empty();
    }

    /** The end of a chain of equals signs; what is only near is taken where nothing better is. */
    private static Optional<Expression> result(Answer.Chain chain) {
        boolean equal =
                chain.relations().stream()
                        .allMatch(
                                relation ->
                                        relation == Relation.EQUAL || relation == Relation.NEAR);
        boolean solved =
                chain.sides().getFirst() instanceof Expression.Variable
                        || chain.sides().stream().noneMatch(ChainJudge::hasVariables);
        if (!equal || !solved) {
            return Optional.empty();
        }
        boolean named = chain.sides().getFirst() instanceof Expression.Variable;
        int near = chain.relations().indexOf(Relation.NEAR);
        boolean better = near > 0 || (near == 0 && !named);
        return Optional.of(better ? chain.sides().get(near) : chain.sides().getLast());
    }

    private static boolean hasVariables(Expression expression) {
        Set<String> names = new TreeSet<>();
        Expression.collect(expression, names);
        return !names.isEmpty();
    }
}
