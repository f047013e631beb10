package dev.glimprouter.eval.plan;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.statistics.Mean;
import dev.glimprouter.eval.statistics.Repeats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds foretold seconds against measured ones, on other questions.
 *
 * @param rows one for each measured strategy
 * @param notes questions left out, and strategies that could not be foretold
 */
public record PlanCheck(List<CheckRow> rows, List<String> notes) {

    /** Half a 95 % interval of a normal figure, in standard errors. */
    private static final double REACH = 1.96;

    /** Copies the lists. */
    public PlanCheck {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * Checks.
     *
     * @param fitted what the plan is made from
     * @param measured timed runs; questions that are among the fitted ones are left out, by the
     *     checksums of their texts
     * @throws RequestException if no timed question is left, or other models answered
     */
    public static PlanCheck of(
            Recordings fitted, Recordings measured, Speeds speeds, Assumptions assumptions) {
        requireSameModels(fitted, measured);
        List<String> notes = new ArrayList<>();
        Recordings others = others(fitted, measured, notes);
        Planner planner = new Planner(fitted, assumptions);
        List<CheckRow> rows = new ArrayList<>();
        for (Recording one : others.all()) {
            try {
                if (!one.timed().isEmpty()) {
                    rows.add(row(planner, one, speeds));
                }
            } catch (RequestException unknown) {
                notes.add(String.valueOf(unknown.getMessage()));
            }
        }
        return new PlanCheck(againstLarge(rows, others), notes);
    }

    private static List<CheckRow> againstLarge(List<CheckRow> rows, Recordings measured) {
        return rows.stream()
                .filter(row -> row.system().equals(PlanMaker.LARGE))
                .findAny()
                .map(
                        large ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        onTheSame(row, large, measured)
                                                                ? row.against(large)
                                                                : row)
                                        .toList())
                .orElse(rows);
    }

    private static boolean onTheSame(CheckRow a, CheckRow b, Recordings measured) {
        return timed(a, measured).equals(timed(b, measured));
    }

    private static Set<String> timed(CheckRow row, Recordings measured) {
        return measured.of(row.system()).orElseThrow().timed().stream()
                .map(Recorded::hash)
                .collect(Collectors.toSet());
    }

    private static Recordings others(Recordings fitted, Recordings measured, List<String> notes) {
        Set<String> common = new HashSet<>(measured.hashes());
        int all = common.size();
        common.retainAll(fitted.hashes());
        if (!common.isEmpty()) {
            notes.add(
                    "%d of the %d questions to check were fitted on and are left out of the check."
                            .formatted(common.size(), all));
        }
        Recordings others = measured.without(common);
        if (others.systems().isEmpty()) {
            throw new RequestException(
                    "Every question of the runs to check was fitted on: check on others, such as those of --half test.");
        }
        if (others.timed() == 0) {
            throw new RequestException(
                    "The runs to check were not timed: run them with --parallel 1.");
        }
        return others;
    }

    private static void requireSameModels(Recordings fitted, Recordings measured) {
        measured.models()
                .forEach(
                        (writer, name) -> {
                            String known = fitted.models().getOrDefault(writer, name);
                            if (!known.equals(name)) {
                                throw new RequestException(
                                        "The runs to check are of another model (%s) than the plan (%s): check each pair by itself."
                                                .formatted(name, known));
                            }
                        });
    }

    private static CheckRow row(Planner planner, Recording one, Speeds speeds) {
        Workload workload = planner.of(Contestant.parse(one.strategy(), one.config()));
        List<Repeats> foretold =
                workload.byQuestion().entrySet().stream()
                        .map(
                                each ->
                                        new Repeats(
                                                each.getKey(),
                                                List.of(speeds.of(each.getValue()).total())))
                        .toList();
        Mean predicted = Mean.of(foretold);
        Mean measured = Mean.of(seconds(one));
        double own =
                one.timed().stream()
                        .mapToDouble(each -> speeds.of(each.work()).total())
                        .average()
                        .orElseThrow();
        double error = Math.hypot(predicted.standardError(), measured.standardError());
        return new CheckRow(
                one.system(),
                workload.basis(),
                predicted.value(),
                measured,
                own,
                REACH * error / measured.value(),
                Double.NaN);
    }

    private static List<Repeats> seconds(Recording one) {
        Map<String, List<Double>> byQuestion = new LinkedHashMap<>();
        one.timed()
                .forEach(
                        each ->
                                byQuestion
                                        .computeIfAbsent(each.hash(), _ -> new ArrayList<>())
                                        .add(each.seconds().orElseThrow()));
        return byQuestion.entrySet().stream()
                .map(each -> new Repeats(each.getKey(), each.getValue()))
                .toList();
    }
}
