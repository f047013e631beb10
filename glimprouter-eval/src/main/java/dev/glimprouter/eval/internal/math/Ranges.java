package dev.glimprouter.eval.internal.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads intervals, sets, unions of them and inequalities of one variable as ranges. */
record Ranges(Arithmetic arithmetic) {

    private static final Range.Bound BELOW_ALL = new Range.Bound.Infinite(false);
    private static final Range.Bound ABOVE_ALL = new Range.Bound.Infinite(true);

    /** Whether an answer is an inequality. */
    static boolean isOrdered(Answer answer) {
        if (!(answer instanceof Answer.Chain(List<Expression> _, List<Relation> relations))) {
            return false;
        }
        return relations.equals(List.of(Relation.UNEQUAL))
                || relations.stream().allMatch(Relation::isOrder);
    }

    /** The ranges of an answer, in order, joined where they meet. */
    List<Range> of(Answer answer) {
        List<Range> ranges = new ArrayList<>();
        collect(answer, ranges);
        ranges.removeIf(range -> range.isEmpty(arithmetic));
        ranges.sort((a, b) -> Range.Bound.compare(a.low(), b.low(), arithmetic));
        List<Range> joined = new ArrayList<>();
        for (Range range : ranges) {
            if (!joined.isEmpty() && joined.getLast().reaches(range, arithmetic)) {
                joined.add(joined.removeLast().joined(range, arithmetic));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    private void collect(Answer answer, List<Range> ranges) {
        arithmetic.budget().spend(20);
        switch (answer) {
            case Answer.Union(List<Answer> parts) -> parts.forEach(part -> collect(part, ranges));
            case Answer.Listed(List<Answer> members, boolean _, boolean joined) -> {
                Unreadable.unless(!joined, "asks for several conditions at once");
                members.forEach(member -> collect(member, ranges));
            }
            case Answer.Bracketed bracketed -> ranges.add(interval(bracketed));
            case Answer.Chain chain -> collectOrdered(chain, ranges);
            case Answer.Single(Expression expression) -> ranges.add(Range.point(value(expression)));
            case Answer.Matrix _, Answer.InBase _, Answer.Words _ ->
                    throw new Unreadable("has in a union what is no interval");
        }
    }

    private Range interval(Answer.Bracketed bracketed) {
        if (bracketed.members().size() == 2
                && bracketed.members().get(0) instanceof Answer.Single(Expression low)
                && bracketed.members().get(1) instanceof Answer.Single(Expression high)) {
            return new Range(
                    bound(low),
                    bracketed.leftClosed() && !Expression.isInfinite(low),
                    bound(high),
                    bracketed.rightClosed() && !Expression.isInfinite(high));
        }
        throw new Unreadable("has an interval without two ends");
    }

    private Range.Bound bound(Expression expression) {
        if (expression == Expression.Constant.INFINITY) {
            return ABOVE_ALL;
        }
        if (Expression.isInfinite(expression)) {
            return BELOW_ALL;
        }
        return new Range.Bound.At(value(expression));
    }

    private Value value(Expression expression) {
        return new Evaluator(Map.of(), false, arithmetic).value(expression);
    }

    private void collectOrdered(Answer.Chain chain, List<Range> ranges) {
        Unreadable.unless(
                isOrdered(chain) && variable(chain).size() == 1,
                "is no inequality of one variable");
        List<Expression> sides = chain.sides();
        Relation first = chain.relations().getFirst();
        if (sides.size() == 2) {
            boolean left = sides.getFirst() instanceof Expression.Variable;
            Unreadable.unless(
                    left || sides.getLast() instanceof Expression.Variable,
                    "is an inequality that is not solved");
            Range.Bound end = bound(left ? sides.getLast() : sides.getFirst());
            if (first == Relation.UNEQUAL) {
                ranges.add(new Range(BELOW_ALL, false, end, false));
                ranges.add(new Range(end, false, ABOVE_ALL, false));
            } else if (first.isRising() == left) {
                ranges.add(new Range(BELOW_ALL, false, end, first.isClosed()));
            } else {
                ranges.add(new Range(end, first.isClosed(), ABOVE_ALL, false));
            }
            return;
        }
        ranges.add(between(chain));
    }

    private Range between(Answer.Chain chain) {
        List<Expression> sides = chain.sides();
        Relation first = chain.relations().getFirst();
        Relation last = chain.relations().getLast();
        Unreadable.unless(
                sides.size() == 3
                        && sides.get(1) instanceof Expression.Variable
                        && first.isRising() == last.isRising(),
                "is an inequality that is not solved");
        Range.Bound left = bound(sides.getFirst());
        Range.Bound right = bound(sides.getLast());
        return first.isRising()
                ? new Range(left, first.isClosed(), right, last.isClosed())
                : new Range(right, last.isClosed(), left, first.isClosed());
    }

    private static Set<String> variable(Answer.Chain chain) {
        Set<String> names = new TreeSet<>();
        chain.sides().forEach(side -> Expression.collect(side, names));
        return names;
    }
}
