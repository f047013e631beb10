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

    private ClusterRatio(List<Term> terms, List<Term> madeUp) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("nothing to take a mean of");
        }
        over = sums(terms, madeUp, Term::over);
        under = sums(terms, madeUp, Term::under);
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

    /** With terms that are clusters of their own. */
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

    /** How many clusters. */
    int clusters() {
        return over.length;
    }

    /** The ratio; its error is not a number where there is one cluster only. */
    Estimate estimate() {
        return of(all());
    }

    /** The ratio with so many degrees of freedom. */
    SkewedT studentsT(int degrees) {
        return new SkewedT(estimate(), skew(), degrees);
    }

    /** With one degree less than clusters. */
    SkewedT studentsT() {
        return studentsT(clusters() - 1);
    }

    private int[] all() {
        return IntStream.range(0, clusters()).toArray();
    }

    /** The ratio over these clusters, some of them several times. */
    Estimate of(int[] picked) {
        double value = value(picked);
        double lower = 0;
        double squares = 0;
        for (int cluster : picked) {
            double residual = residual(cluster, value);
            squares += residual * residual;
            lower += under[cluster];
        }
        double c = picked.length;
        return new Estimate(value, Math.sqrt(c / (c - 1) * squares) / Math.abs(lower));
    }

    private double value(int[] picked) {
        double upper = 0;
        double lower = 0;
        for (int cluster : picked) {
            upper += over[cluster];
            lower += under[cluster];
        }
        return upper / lower;
    }

    private double residual(int cluster, double value) {
        return over[cluster] - value * under[cluster];
    }

    private double skew() {
        double value = value(all());
        double squares = 0;
        double cubes = 0;
        for (int cluster = 0; cluster < clusters(); cluster++) {
            double residual = residual(cluster, value);
            squares += residual * residual;
            cubes += residual * residual * residual;
        }
        return squares > 0 ? cubes / Math.pow(squares, 1.5) : 0;
    }
}
