package dev.glimprouter.eval.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/** Strategies as one writes them for an evaluation. */
class ContestantTest {

    private static Contestant of(String text) {
        return Contestant.parse(text, Exam.RULES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "large; large; large.jsonl",
                "glimpse; glimpse(tau=1.0); glimpse-tau-1.0.jsonl",
                "glimpse(tau=0.5) or opening(2); glimpse(tau=0.5) or opening(steps=2);"
                        + " glimpse-tau-0.5-or-opening-steps-2.jsonl",
                "large+speculative; large+speculative; large-speculative.jsonl",
                "glimpse(tau=1e+0) + speculative; glimpse(tau=1.0)+speculative;"
                        + " glimpse-tau-1.0-speculative.jsonl"
            })
    void itHasANameAndAFile(String text, String name, String file) {
        assertThat(of(text).name()).isEqualTo(name);
        assertThat(of(text).fileName()).isEqualTo(file);
    }

    @Test
    void itsOwnRulesAreItsAlone() {
        assertThat(of("large+speculative").config().speculative()).isTrue();
        assertThat(of("large+speculative").models()).containsExactlyInAnyOrder(Writer.values());
        assertThat(of("large").models()).containsExactly(Writer.LARGE);
    }

    @Test
    void anUnknownRuleIsRefused() {
        assertThatThrownBy(() -> of("large+speculativ"))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("did you mean speculative?");
    }

    @Test
    void aParameterIsAddedWhereItIsTakenAndNotSaid() {
        assertThat(of("glimpse").withUnsaid("tau", "0.25").name()).isEqualTo("glimpse(tau=0.25)");
        assertThat(of("glimpse(tau=2)").withUnsaid("tau", "0.25").name())
                .isEqualTo("glimpse(tau=2.0)");
        assertThat(of("large").withUnsaid("tau", "0.25").name()).isEqualTo("large");
    }

    @Test
    void longNamesBecomeShortFiles() {
        String text = "glimpse(tau=0.5)" + " or opening(2)".repeat(30);

        assertThat(of(text).fileName()).hasSizeLessThan(130).endsWith(".jsonl");
    }

    @Test
    void twoOfOneFileAreRefused() {
        Exam exam = new Exam(Path.of("unused"), "glimpse", "glimpse(1)");

        assertThatThrownBy(exam::plan)
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("would be written to one file glimpse-tau-1.0.jsonl");
    }
}
