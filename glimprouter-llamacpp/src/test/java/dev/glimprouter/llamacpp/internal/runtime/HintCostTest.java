package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Hint;
import dev.glimprouter.engine.TokenSession;

import org.junit.jupiter.api.Test;

/** What a hint to read ahead costs, and who pays. */
class HintCostTest extends CostTestBase {

    @Test
    void aPrefillHintIsPaidByTheNextStream() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            Reading first = Reading.all(session, Reading.greedy(1));
            session.append(FOREIGN);
            session.prefill();
            Reading next = Reading.all(session, Reading.greedy(1));

            assertThat(next.cost().promptTokens()).isGreaterThan(8);
            assertThat(next.cost().prefillNanos()).isPositive();
            assertThat(first.evaluated() + next.evaluated())
                    .isEqualTo(session.tokens().length)
                    .isEqualTo((int) engine.counters().tokens());
        }
    }

    @Test
    void whatAHintReadsBeyondTheTextIsPaidByTheHintAndReadOnce() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            Reading first = Reading.all(session, Reading.greedy(1));
            int head = session.tokens().length;
            int comes = engine.tokenizer().text(BEGINNING).length;
            Hint hint = session.prefill(BEGINNING);
            while (hint.cost().promptTokens() < comes && !Thread.interrupted()) {
                Thread.onSpinWait();
            }
            session.append(FOREIGN);
            Reading next = Reading.all(session, Reading.greedy(1));

            assertThat(hint.cost().promptTokens()).isEqualTo(comes);
            assertThat(hint.cost().prefillNanos()).isPositive();
            assertThat(next.cost().cachedTokens()).isEqualTo(comes);
            assertThat(next.cost().promptTokens())
                    .isEqualTo(session.tokens().length - head - comes);
            assertThat(first.evaluated() + comes + next.evaluated())
                    .isEqualTo(session.tokens().length)
                    .isEqualTo((int) engine.counters().tokens());
        }
    }

    @Test
    void whatAHintReadInVainLeavesNoTrace() {
        try (TokenSession hinted = TinyEngines.ask(engine, "one");
                TokenSession plain = TinyEngines.ask(engine, "one")) {
            Hint hint = hinted.prefill(" something else that nobody says");
            while (hint.cost().promptTokens() == 0 && !Thread.interrupted()) {
                Thread.onSpinWait();
            }
            hinted.append(FOREIGN);
            plain.append(FOREIGN);

            assertThat(Reading.all(hinted, Reading.greedy(9)).text())
                    .isEqualTo(Reading.all(plain, Reading.greedy(9)).text());
            assertThat(hinted.tokens()).isEqualTo(plain.tokens());
        }
    }
}
