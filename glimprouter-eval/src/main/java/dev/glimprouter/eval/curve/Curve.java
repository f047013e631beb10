package dev.glimprouter.eval.curve;

import dev.glimprouter.eval.runner.EvaluationPlan;
import dev.glimprouter.eval.runner.PlanRunner;
import dev.glimprouter.eval.statistics.Holm;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Accuracy and cost over a sweep of a threshold, as plain data.
 *
 * @param dataset name of the dataset
 * @param lines the ends first, then point by point: the swept strategy, those matched to it, random
 */
public record Curve(String dataset, List<CurveLine> lines) {

    /** Copies the list. */
    public Curve {
        lines = List.copyOf(lines);
    }

    /**
     * Runs the sweep; what run files hold already is not asked again.
     *
     * @throws dev.glimprouter.error.GlimpRouterException if it was stopped, or cannot go on
     */
    public static Curve of(CurvePlan plan, PlanRunner runner) {
        EvaluationPlan questions = plan.questions();
        return new Curve(questions.dataset().name(), adjusted(new Sweep(plan, runner).lines()));
    }

    /** The lines of a kind. */
    public List<CurveLine> of(CurveLine.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).toList();
    }

    /** With Holm's correction over all comparisons. */
    static List<CurveLine> adjusted(List<CurveLine> lines) {
        List<Double> pValues =
                lines.stream().flatMap(line -> line.versus().stream()).map(Versus::pValue).toList();
        Iterator<Double> adjusted = Holm.adjust(pValues).iterator();
        List<CurveLine> all = new ArrayList<>();
        for (CurveLine line : lines) {
            Optional<Versus> versus = line.versus().map(one -> one.adjusted(adjusted.next()));
            all.add(line.withVersus(versus));
        }
        return all;
    }
}
