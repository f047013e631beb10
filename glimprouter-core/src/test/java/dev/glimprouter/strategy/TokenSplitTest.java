package dev.glimprouter.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client's limit, shared as the rules share theirs: 8192 to 2048. */
class TokenSplitTest {

    @ParameterizedTest
    @CsvSource({
        "2, 1, 1",
        "3, 2, 1",
        "50, 25, 25",
        "100, 68, 32",
        "1000, 800, 200",
        "10240, 8192, 2048",
        "2147483647, 8192, 2048",
    })
    void shares(int most, int budget, int answer) {
        RouterConfig rules = TokenSplit.within(RouterConfig.DEFAULT, most);

        assertThat(rules.budget()).isEqualTo(budget);
        assertThat(rules.answerLimit()).isEqualTo(answer);
        assertThat(rules.budgetRequired()).isFalse();
    }

    @Test
    void aShortReasoningIsNotSqueezedOutByALongAnswer() {
        RouterConfig rules = TokenSplit.within(RouterConfig.DEFAULT.withBudgetAtMost(64), 32);

        assertThat(rules.budget()).isEqualTo(16);
        assertThat(rules.answerLimit()).isEqualTo(16);
    }
}
