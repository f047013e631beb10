package dev.glimprouter.eval.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The normal form. */
class LexerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    \\dfrac12 ; frac 12
                    \\left( 3, \\frac{\\pi}{2} \\right) ; ( 3 , frac { pi } { 2 } )
                    10,\\!080 ; 10080
                    1,234 ; 1234
                    (1,234) ; ( 1 , 234 )
                    1,23 ; 1 , 23
                    0,123 ; 0 , 123
                    12 345 ; 12345
                    3 2/3 ; 3 2 / 3
                    \\$5.40 ; 5.40
                    90^{\\circ} ; 90 °
                    5 \\text{ million dollars} ; 5 * 1000000 dollars
                    \\sqrt2 ; sqrt 2
                    x\\cdot y ; x * y
                    2.5e-3 ; 2.5e-3
                    2e ; 2 e
                    \\operatorname{sin} x ; sin x
                    \\mathrm{e}^2 ; e ^ 2
                    a <= b ; a ≤ b
                    (0,1) U (2,3) ; ( 0 , 1 ) ∪ ( 2 , 3 )
                    """)
    void hasOneSpelling(String latex, String normal) {
        assertThat(new Tokens(Lexer.read(latex)).text()).isEqualTo(normal);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> Lexer.read("1".repeat(Lexer.MOST_CHARACTERS + 1)))
                .isInstanceOf(Unreadable.class);
    }
}
