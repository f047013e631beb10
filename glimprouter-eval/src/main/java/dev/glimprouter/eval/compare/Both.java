package dev.glimprouter.eval.compare;

import dev.glimprouter.eval.statistics.Repeats;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One figure of both systems, over the questions for which both have it. */
record Both(List<Repeats> a, List<Repeats> b) {

    static Both read(Outcomes a, Outcomes b, Figure figure) {
        return read(a, figure, b, figure);
    }

    static Both read(Outcomes a, Figure ofA, Outcomes b, Figure ofB) {
        Map<String, Repeats> theirs = ofB.read(b);
        List<Repeats> ours =
                ofA.read(a).values().stream()
                        .filter(of -> theirs.containsKey(of.question()))
                        .toList();
        return new Both(
                ours,
                ours.stream()
                        .map(of -> Objects.requireNonNull(theirs.get(of.question())))
                        .toList());
    }

    boolean isEmpty() {
        return a.isEmpty();
    }

    boolean isSingle() {
        return a.stream().allMatch(of -> of.values().size() == 1)
                && b.stream().allMatch(of -> of.values().size() == 1);
    }

    List<String> questions() {
        return a.stream().map(Repeats::question).toList();
    }
}
