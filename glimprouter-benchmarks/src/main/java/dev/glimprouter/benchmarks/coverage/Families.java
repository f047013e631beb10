package dev.glimprouter.benchmarks.coverage;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Questions in families whose members resemble each other.
 *
 * @param families how many
 * @param size questions in each
 * @param alike chance that a question is like its family in place of drawn on its own
 */
record Families(int families, int size, double alike) {

    static Families alone(int questions) {
        return new Families(questions, 1, 0);
    }

    int questions() {
        return families * size;
    }

    String family(int question) {
        return "family " + question / size;
    }

    /** A trait of each question, each with the same distribution, alike within a family. */
    double[] draw(SplittableRandom random, ToDoubleFunction<SplittableRandom> trait) {
        double[] traits = new double[questions()];
        for (int family = 0; family < families; family++) {
            double shared = trait.applyAsDouble(random);
            for (int i = 0; i < size; i++) {
                traits[family * size + i] =
                        random.nextDouble() < alike ? shared : trait.applyAsDouble(random);
            }
        }
        return traits;
    }

    @Override
    public String toString() {
        return size == 1 ? questions() + " questions" : families + " families of " + size;
    }
}
