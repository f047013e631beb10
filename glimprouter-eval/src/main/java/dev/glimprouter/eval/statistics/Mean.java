package dev.glimprouter.eval.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean of a figure over questions, each counting once however often it was repeated.
 *
 * <p>The interval is Student's t with one degree of freedom less than clusters, corrected for skew
 * (Hall 1992); the repeats of a question never count as further evidence about other questions.
 *
 * @param value mean of the questions' means
 * @param standardError clustered; not a number where there is one cluster only
 * @param interval 95 % by t; {@link Interval#UNKNOWN} where there is one cluster only
 * @param clusters how many clusters; as many as questions where each was drawn alone
 * @param questions how many questions
 * @param runs how many values
 */
public record Mean(
        double value,
        double standardError,
        Interval interval,
        int clusters,
        int questions,
        int runs) {

    /** The mean of a sample of questions. */
    public static Mean of(List<Repeats> sample) {
        ClusterRatio mean = ClusterRatio.ofMeans(sample);
        return of(mean, sample.size(), sample.stream().mapToInt(q -> q.values().size()).sum());
    }

    /** The mean of values that were drawn alone, one a question. */
    public static Mean of(double... values) {
        List<ClusterRatio.Term> terms =
                IntStream.range(0, values.length)
                        .mapToObj(i -> new ClusterRatio.Term(Integer.toString(i), values[i], 1))
                        .toList();
        return of(ClusterRatio.of(terms), values.length, values.length);
    }

    private static Mean of(ClusterRatio ratio, int questions, int runs) {
        Estimate mean = ratio.estimate();
        return new Mean(
                mean.value(),
                mean.error(),
                ratio.studentsT().interval(),
                ratio.clusters(),
                questions,
                runs);
    }
}
