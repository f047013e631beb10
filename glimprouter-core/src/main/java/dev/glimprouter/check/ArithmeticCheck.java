package dev.glimprouter.check;

import dev.glimprouter.internal.arithmetic.Reader;

import java.util.Optional;

/**
 * Objects to a step with a false equation between numbers, such as {@code 48 / 2 = 23}.
 *
 * <p>Equations in prose and light LaTeX are evaluated in exact fractions. It stays silent about all
 * that it cannot read for certain: variables, conversions of units, remainders, questions, denials;
 * about texts of more than 10,000 characters, and where a bound on digits, depth or length is
 * reached. docs/symbolic.md lists what is judged. It never throws.
 */
public final class ArithmeticCheck implements StepCheck {

    @Override
    public Optional<String> objection(String step) {
        return Reader.falsehood(step);
    }
}
