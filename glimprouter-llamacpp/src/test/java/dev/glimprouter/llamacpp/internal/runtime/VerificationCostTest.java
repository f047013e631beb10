package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.Verification;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.time.Cancellation;

import org.junit.jupiter.api.Test;

/** What a verification costs. */
class VerificationCostTest extends CostTestBase {

    @Test
    void aVerificationTellsItsOwnCost() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            StreamCost cost = session.verify(new int[] {70, 80, 90}).cost();
            Reading next = Reading.all(session, Reading.greedy(1));

            assertThat(cost.promptTokens()).isEqualTo(session.tokens().length);
            assertThat(cost.decodedTokens()).isEqualTo(3);
            assertThat(next.cost().promptTokens())
                    .as("the last token of the text, once more")
                    .isEqualTo(1);
            assertThat(next.cost().seamTokens()).isEqualTo(1);
        }
    }

    @Test
    void adoptedTokensOfAVerifiedDraftAreNeitherPromptNorCached() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            session.verify(new int[] {70, 80, 90});
            session.adopt(new int[] {70, 80, 75});
            StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

            assertThat(cost.promptTokens()).isZero();
            assertThat(cost.cachedTokens()).isZero();
            assertThat(cost.ownTokens()).as("75").isEqualTo(1);
        }
    }

    @Test
    void aLongerDraftIsEvaluatedFromWhereItIsNew() {
        Cancellation never = new Cancellation();
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            session.verify(new int[] {70, 80}, 0, never);
            Verification more = session.verify(new int[] {70, 80, 90, 100}, 2, never);

            assertThat(more.distributions()).hasSize(3);
            assertThat(more.cost().promptTokens()).isZero();
            assertThat(more.cost().decodedTokens()).isEqualTo(2);
        }
    }

    @Test
    void aVerificationThatWasCancelledDoesNoWork() {
        Cancellation until = new Cancellation();
        until.cancel();
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            assertThatThrownBy(() -> session.verify(new int[] {70}, 0, until))
                    .isInstanceOf(CancelledException.class);
            assertThat(session.verify(new int[] {70}).distributions()).hasSize(2);
        }
    }
}
