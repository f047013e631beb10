package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.openai.internal.wire.Counts;

import org.junit.jupiter.api.Test;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** What requests cost, by the counts of servers that tell them at different times. */
class TallyTest {

    private final Tally tally = new Tally();

    private static Counts counts(OptionalInt prompt, OptionalInt cached) {
        return new Counts(
                prompt,
                cached,
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    @Test
    void aPromptCountsOnceItIsKnownWhatWasCached() {
        tally.begin(0);
        tally.told(counts(OptionalInt.of(100), OptionalInt.empty()));
        assertThat(tally.cost(0, 0, false).promptTokens()).isZero();

        tally.told(counts(OptionalInt.empty(), OptionalInt.of(80)));
        assertThat(tally.cost(0, 0, false).promptTokens()).isEqualTo(20);
        assertThat(tally.cost(0, 0, false).cachedTokens()).isEqualTo(80);
    }

    @Test
    void whatIsNeverToldWasNotCached() {
        tally.begin(0);
        tally.told(counts(OptionalInt.of(100), OptionalInt.empty()));

        assertThat(tally.cost(0, 0, true).promptTokens()).isEqualTo(100);

        tally.begin(0);
        assertThat(tally.cost(0, 0, false).promptTokens()).isEqualTo(100);
    }
}
