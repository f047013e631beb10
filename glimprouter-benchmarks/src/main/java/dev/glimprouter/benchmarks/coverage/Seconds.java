package dev.glimprouter.benchmarks.coverage;

import dev.glimprouter.eval.statistics.Repeats;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seconds of two systems: log-normal over questions, which both share in part, and over runs.
 *
 * @param families the questions
 * @param repeats runs of each
 * @param ofQuestions standard deviation of the logarithm over questions
 * @param ofRuns over runs of one question
 * @param faster A's seconds for each of B's, in the mean
 */
record Seconds(Families families, int repeats, double ofQuestions, double ofRuns, double faster) {

    private static final double TYPICAL = 10;
    private static final double APART = 0.3;

    /** What both systems took. */
    record Drawn(List<Repeats> a, List<Repeats> b) {}

    double truthOfA() {
        return faster * truthOfB();
    }

    private double truthOfB() {
        return TYPICAL
                * Math.exp((ofQuestions * ofQuestions + ofRuns * ofRuns + APART * APART) / 2);
    }

    Drawn draw(SplittableRandom random) {
        double[] lengths = families.draw(random, SplittableRandom::nextGaussian);
        List<Repeats> a = new ArrayList<>();
        List<Repeats> b = new ArrayList<>();
        for (int i = 0; i < lengths.length; i++) {
            double log = Math.log(TYPICAL) + ofQuestions * lengths[i];
            a.add(question(random, i, log + Math.log(faster)));
            b.add(question(random, i, log));
        }
        return new Drawn(a, b);
    }

    private Repeats question(SplittableRandom random, int number, double log) {
        double ofSystem = log + APART * random.nextGaussian();
        List<Double> runs = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            runs.add(Math.exp(ofSystem + ofRuns * random.nextGaussian()));
        }
        return new Repeats("question " + number, families.family(number), runs);
    }

    @Override
    public String toString() {
        return families + ", " + repeats + (repeats == 1 ? " run" : " runs");
    }
}
