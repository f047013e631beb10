package dev.glimprouter.eval.compare;

import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.eval.statistics.Repeats;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A number read from outcomes that have it. */
@FunctionalInterface
interface Figure {

    /** What becomes of a run that could not be graded. */
    enum Unscored {
        LEFT_OUT,
        WRONG,
        RIGHT
    }

    /** Seconds on the wall, where they were measured. */
    Figure SECONDS = Outcome::seconds;

    /** The number; empty where this outcome has none. */
    OptionalDouble of(Outcome outcome);

    /** 1 for right, 0 for wrong. */
    static Figure mark(Unscored unscored) {
        return outcome ->
                switch (outcome.mark()) {
                    case RIGHT -> OptionalDouble.of(1);
                    case WRONG -> OptionalDouble.of(0);
                    case UNSCORED ->
                            switch (unscored) {
                                case LEFT_OUT -> OptionalDouble.empty();
                                case WRONG -> OptionalDouble.of(0);
                                case RIGHT -> OptionalDouble.of(1);
                            };
                };
    }

    /** Tokens of this name; none of that name is 0. */
    static Figure tokens(String name) {
        return outcome -> OptionalDouble.of(outcome.tokens().getOrDefault(name, 0.0));
    }

    /** By question, in the order of their first outcome, without questions that have no number. */
    default Map<String, Repeats> read(Outcomes system) {
        Map<String, List<Outcome>> byQuestion =
                system.outcomes().stream()
                        .filter(outcome -> of(outcome).isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        Outcome::question,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Map<String, Repeats> read = new LinkedHashMap<>();
        byQuestion.forEach((question, outcomes) -> read.put(question, repeats(outcomes)));
        return read;
    }

    private Repeats repeats(List<Outcome> outcomes) {
        return new Repeats(
                outcomes.getFirst().question(),
                outcomes.getFirst().cluster(),
                outcomes.stream().map(outcome -> of(outcome).orElseThrow()).toList());
    }

    /** Runs of these questions that could not be graded. */
    static int unscored(Outcomes system, Collection<String> questions) {
        return (int)
                system.outcomes().stream()
                        .filter(outcome -> outcome.mark() == Mark.UNSCORED)
                        .filter(outcome -> questions.contains(outcome.question()))
                        .count();
    }
}
