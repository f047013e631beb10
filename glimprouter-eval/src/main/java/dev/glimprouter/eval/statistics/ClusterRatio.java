package dev.glimprouter.eval.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A ratio of two sums over clusters, with its linearised standard error. A mean is the case where
 * the lower sum counts questions.
 *
 * <p>The error is that of Miller (arXiv 2411.00640) with the factor C / (C - 1) for C clusters:
 * residuals are added up within each cluster before they are squared.
 */
final class ClusterRatio {

    private final double[] over;
    private final double[] under;

    private ClusterRatio(double[] over, double[] under) {
        this.over = over;
        this.under = under;
    }

    /** One pair of terms. */
    record Term(String cluster, double over, double under) {}

    static ClusterRatio of(List<Term> terms) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("nothing to take a mean of");
        }
        return new ClusterRatio(sums(terms, Term::over), sums(terms, Term::under));
    }

    /** Mean of the questions' means. */
    static ClusterRatio ofMeans(List<Repeats> sample) {
        return of(sample.stream().map(q -> new Term(q.cluster(), q.mean(), 1)).toList());
    }

    private static double[] sums(List<Term> terms, ToDoubleFunction<Term> side) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (Term term : terms) {
            sums.merge(term.cluster(), side.applyAsDouble(term), Double::sum);
        }
        return sums.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    int clusters() {
        return over.length;
    }

    double value() {
        return sum(over) / sum(under);
    }

    /** Not a number where there is one cluster only. */
    double standardError() {
        double value = value();
        double squares = 0;
        for (int i = 0; i < over.length; i++) {
            double residual = over[i] - value * under[i];
            squares += residual * residual;
        }
        double c = over.length;
        return Math.sqrt(c / (c - 1) * squares) / Math.abs(sum(under));
    }

    /** Value of a resample of clusters. */
    double of(int[] picked) {
        double upper = 0;
        double lower = 0;
        for (int i : picked) {
            upper += over[i];
            lower += under[i];
        }
        return upper / lower;
    }

    private static double sum(double[] terms) {
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return sum;
    }
}
