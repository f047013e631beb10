package dev.glimprouter.eval.internal.math;

import java.util.List;

/** Compares sets of real numbers, however they are written. */
record RangeJudge(Arithmetic arithmetic) {

    Verdict compare(Answer gold, Answer answer) {
        List<Range> right = new Ranges(arithmetic).of(gold);
        List<Range> given = new Ranges(arithmetic).of(answer);
        boolean same = right.size() == given.size();
        for (int i = 0; same && i < right.size(); i++) {
            same = right.get(i).isSame(given.get(i), arithmetic);
        }
        return same
                ? Verdict.equal("It is the same set of numbers.")
                : Verdict.different("It is another set of numbers.");
    }
}
