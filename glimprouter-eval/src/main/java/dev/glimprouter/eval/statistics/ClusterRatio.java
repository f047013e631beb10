package dev.glimprouter.eval.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private final int drawn;

    private ClusterRatio(List<Term> terms, List<Term> madeUp) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("nothing to take a mean of");
        }
        over = sums(terms, madeUp, Term::over);
        under = sums(terms, madeUp, Term::under);
        drawn = over.length - madeUp.size();
    }

    /** One pair of terms. */
    record Term(String cluster, double over, double under) {}

    static ClusterRatio of(List<Term> terms) {
        return new ClusterRatio(terms, List.of());
    }

    /** Mean of the questions' means. */
    static ClusterRatio ofMeans(List<Repeats> sample) {
        return of(sample.stream().map(q -> new Term(q.cluster(), q.mean(), 1)).toList());
    }

    /** With terms that are clusters of their own, and in every resample once. */
    static ClusterRatio of(List<Term> terms, List<Term> madeUp) {
        return new ClusterRatio(terms, madeUp);
    }

    private static double[] sums(List<Term> terms, List<Term> madeUp, ToDoubleFunction<Term> side) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (Term term : terms) {
            sums.merge(term.cluster(), side.applyAsDouble(term), Double::sum);
        }
        return Stream.concat(sums.values().stream(), madeUp.stream().map(side::applyAsDouble))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** How many can be drawn. */
    int clusters() {
        return drawn;
    }

    /** The ratio; its error is not a number where there is one cluster only. */
    Estimate estimate() {
        return of(IntStream.range(0, drawn).toArray());
    }

    /** The ratio over these clusters, some of them several times. */
    Estimate of(int[] picked) {
        double upper = 0;
        double lower = 0;
        for (int i = 0; i < size(picked); i++) {
            upper += over[at(picked, i)];
            lower += under[at(picked, i)];
        }
        double value = upper / lower;
        double squares = 0;
        for (int i = 0; i < size(picked); i++) {
            double residual = over[at(picked, i)] - value * under[at(picked, i)];
            squares += residual * residual;
        }
        double c = size(picked);
        return new Estimate(value, Math.sqrt(c / (c - 1) * squares) / Math.abs(lower));
    }

    private int size(int[] picked) {
        return picked.length + over.length - drawn;
    }

    private int at(int[] picked, int i) {
        return i < picked.length ? picked[i] : drawn + i - picked.length;
    }
}
