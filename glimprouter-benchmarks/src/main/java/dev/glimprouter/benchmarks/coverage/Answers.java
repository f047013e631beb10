package dev.glimprouter.benchmarks.coverage;

import dev.glimprouter.eval.statistics.Repeats;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Right and wrong answers of two systems. A question is easy for both, hard for both, or one of
 * those that A is better at.
 *
 * @param families the questions
 * @param repeats runs of each
 * @param easy share of easy questions, right with {@link #RIGHT}, where hard ones are with {@link
 *     #RARE}
 * @param better share of questions that are easy for A and hard for B
 */
record Answers(Families families, int repeats, double easy, double better) {

    static final double RIGHT = 0.95;
    static final double RARE = 0.1;

    /** What both systems answered. */
    record Drawn(List<Repeats> a, List<Repeats> b) {}

    double truthOfA() {
        double share = easy + better;
        return share * RIGHT + (1 - share) * RARE;
    }

    double truthOfDifference() {
        return better * (RIGHT - RARE);
    }

    Drawn draw(SplittableRandom random) {
        double[] kinds = families.draw(random, SplittableRandom::nextDouble);
        List<Repeats> a = new ArrayList<>();
        List<Repeats> b = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            a.add(question(random, i, kinds[i] < easy + better ? RIGHT : RARE));
            b.add(question(random, i, kinds[i] < easy ? RIGHT : RARE));
        }
        return new Drawn(a, b);
    }

    private Repeats question(SplittableRandom random, int number, double chance) {
        List<Double> runs = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            runs.add(random.nextDouble() < chance ? 1.0 : 0.0);
        }
        return new Repeats("question " + number, families.family(number), runs);
    }

    @Override
    public String toString() {
        return families + ", " + repeats + (repeats == 1 ? " run" : " runs");
    }
}
