package dev.glimprouter.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.Optional;

/** A threshold for each domain. */
class DomainThresholdsTest {

    private static final Map<Domain, Double> TAUS =
            Map.of(
                    Domain.MATHS, 0.5,
                    Domain.CODE, 1.0,
                    Domain.SCIENCE, 1.5,
                    Domain.GENERAL, 2.0);
    private static final DomainThresholds BY_WORDS = new DomainThresholds(TAUS, Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "'Ann has 3 apples and buys 4. How many apples has she?', MATHS",
        "'Find all primes p such that p + 2 is prime.', MATHS",
        "'What is $\\frac{3}{4} of it?', MATHS",
        "'17 + 25', MATHS",
        "'Write a Python function that returns the sum of an array.', CODE",
        "'Why does this fail?\n```\nx = 1\n```', CODE",
        "'Which enzyme cuts DNA in cells?', SCIENCE",
        "'What is the velocity of an electron in a magnetic field?', SCIENCE",
        "'Who wrote Faust?', GENERAL",
        "'In 1815, what did Napoleon lose?', GENERAL",
        "'Reclassify my theorems', GENERAL"
    })
    void theWordsTellTheDomain(String text, Domain domain) {
        assertThat(BY_WORDS.domainOf(Question.of(text))).isEqualTo(domain);
    }

    @Test
    void onlyTheBeginningOfTheLastMessageCounts() {
        assertThat(BY_WORDS.domainOf(Question.of("x ".repeat(1000) + "python code")))
                .isEqualTo(Domain.GENERAL);
        assertThat(BY_WORDS.domainOf(Question.of("Solve this equation.", "Who wrote Faust?")))
                .as("the instruction is no question")
                .isEqualTo(Domain.GENERAL);
    }

    @ParameterizedTest
    @CsvSource({
        "MATHS, 0.5, LARGE",
        "CODE, 1.0, LARGE",
        "SCIENCE, 1.5, SMALL",
        "GENERAL, 2.0, SMALL"
    })
    void aNamedDomainHasItsThreshold(Domain domain, double tau, Writer writer) {
        DomainThresholds policy = new DomainThresholds(TAUS, Optional.of(domain));

        Decision decision = policy.decide(SeenStep.of(1.0)).orElseThrow();

        assertThat(decision.writer()).isEqualTo(writer);
        assertThat(decision.threshold()).isEqualTo(tau);
        assertThat(decision.score()).isEqualTo(1.0);
        assertThat(decision.policy()).isEqualTo(policy.name());
    }

    @Test
    void theReasonNamesTheDomain() {
        SeenStep step = SeenStep.of(1.0).with(Question.of("Who wrote Faust?"));

        assertThat(BY_WORDS.decide(step).orElseThrow().reason()).isEqualTo("general: H_init < tau");
        assertThat(BY_WORDS.name())
                .isEqualTo("domain(maths=0.5, code=1.0, science=1.5, general=2.0, is=auto)");
    }

    @Test
    void everyDomainNeedsAThreshold() {
        assertThatThrownBy(() -> new DomainThresholds(Map.of(Domain.MATHS, 1.0), Optional.empty()))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("code must be a number of nats");
    }
}
