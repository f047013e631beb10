package dev.glimprouter.eval.data;

import java.math.BigInteger;

/** The right answer of a problem, in the form that decides how it is graded. */
public sealed interface Gold {
    /** A whole number, as AIME and GSM8K ask for; leading zeros and thousands marks are gone. */
    record Whole(BigInteger value) implements Gold {}

    /** A mathematical expression in LaTeX, as MATH-500 has them. */
    record Expression(String latex) implements Gold {}

    /** The letter of one of several options. */
    record Choice(char letter) implements Gold {}

    /** A program in Python that passes tests, as LiveCodeBench asks for. */
    record Code(TestSource tests) implements Gold {}
}
