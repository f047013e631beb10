package dev.glimprouter.eval.grade;

import java.math.BigInteger;

/**
 * Grades answers that are whole numbers. Leading zeros, marks between thousands, units, and forms
 * such as 36/2 are accepted.
 */
public final class WholeGrader implements Grader {

    private final MathGrader grader;

    public WholeGrader(BigInteger right) {
        grader = new MathGrader(right.toString());
    }

    @Override
    public Grade grade(String text) {
        return grader.grade(text);
    }
}
