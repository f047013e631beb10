package dev.glimprouter.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;

/** Random equations in random notations. */
class ArithmeticCheckPropertyTest {

    private static final long SEED = 20_260_105;
    private static final int SENTENCES = 20_000;
    private static final StepCheck CHECK = new ArithmeticCheck();

    @Test
    void aTrueEquationIsNeverObjectedTo() {
        RandomEquations equations = new RandomEquations(SEED);
        for (int i = 0; i < SENTENCES; i++) {
            String text = equations.next().text();
            assertThat(CHECK.objection(text)).as("seed %d: %s", SEED, text).isEmpty();
        }
    }

    @Test
    void oneWithAnotherResultIsObjectedTo() {
        RandomEquations equations = new RandomEquations(SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < SENTENCES; i++) {
            RandomEquations.Sentence sentence = equations.next();
            BigInteger other = sentence.result().add(BigInteger.valueOf(1 + random.nextInt(50)));
            String text = sentence.with(other);
            assertThat(CHECK.objection(text)).as("seed %d: %s", SEED, text).isPresent();
        }
    }

    @Test
    void anyTextIsRead() {
        List<String> pieces =
                List.of(
                        "3", "12", "4.5", "1,000", "%", "$", "+", "-", "*", "/", "^", "(", ")", "=",
                        "≈", " ", " ", "\n", "x", "of", "per", "apples", "\\frac{", "}", "\\text{",
                        "\\", "²", "½", "...", ":", "!", "?", "{", "**", "\u0000", "é", "😀");
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < SENTENCES; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(40); j >= 0; j--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String step = text.toString();
            assertThat(CHECK.objection(step)).isEqualTo(CHECK.objection(step));
        }
    }
}
