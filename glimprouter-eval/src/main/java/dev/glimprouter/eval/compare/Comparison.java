package dev.glimprouter.eval.compare;

import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.eval.statistics.McNemar;
import dev.glimprouter.eval.statistics.NonInferiority;
import dev.glimprouter.eval.statistics.PairedDifference;
import dev.glimprouter.eval.statistics.PairedRatio;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * System A held against system B on the questions that both have a graded answer to.
 *
 * @param a accuracy of A
 * @param b accuracy of B
 * @param leftOut questions of either that are not compared: not run by the other, or not graded
 * @param difference A's accuracy minus B's, by two methods
 * @param mcNemar the exact test; empty where a question has several runs
 * @param adjustedP the p value by Holm, over all comparisons that were made together
 * @param comparisons how many were made together
 * @param nonInferiority the verdict on the margin; empty where none was stated beforehand
 * @param bounds where the difference ends up if the unscored runs of the one were right and those
 *     of the other wrong, over all questions that both ran; no interval of chance
 * @param seconds of A over those of B; empty where not both were timed
 * @param tokens of A over those of B, by name
 * @param outlook what so many questions can show
 */
public record Comparison(
        Accuracy a,
        Accuracy b,
        int leftOut,
        PairedDifference difference,
        Optional<McNemar> mcNemar,
        double adjustedP,
        int comparisons,
        Optional<NonInferiority> nonInferiority,
        Interval bounds,
        Optional<PairedRatio> seconds,
        Map<String, PairedRatio> tokens,
        Outlook outlook) {

    /** Copies the tokens, sorted by name. */
    public Comparison {
        tokens = Collections.unmodifiableMap(new TreeMap<>(tokens));
    }

    /** McNemar's exact p value where there is one, else that of Student's t; not adjusted. */
    public double pValue() {
        return mcNemar.map(McNemar::pValue).orElse(difference.pValue());
    }

    Comparison adjusted(double pValue, int together) {
        return new Comparison(
                a,
                b,
                leftOut,
                difference,
                mcNemar,
                pValue,
                together,
                nonInferiority,
                bounds,
                seconds,
                tokens,
                outlook);
    }
}
