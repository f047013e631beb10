package dev.glimprouter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DraftLengthTest {

    private final DraftLength length = new DraftLength();

    @Test
    void growsWhileAllAreAcceptedUpToALimit() {
        assertThat(length.tokens()).isEqualTo(4);
        length.learn(4, 4);
        assertThat(length.tokens()).isEqualTo(6);
        for (int round = 0; round < 9; round++) {
            length.learn(length.tokens(), length.tokens());
        }
        assertThat(length.tokens()).isEqualTo(12);
    }

    @Test
    void shrinksWithRejectionsDownToOne() {
        length.learn(4, 3);
        assertThat(length.tokens()).isEqualTo(3);
        for (int round = 0; round < 9; round++) {
            length.learn(length.tokens(), 0);
        }
        assertThat(length.tokens()).isEqualTo(1);
    }

    @Test
    void aDraftThatEndedEarlyAndWasAcceptedTeachesNothing() {
        length.learn(2, 2);
        assertThat(length.tokens()).isEqualTo(4);
    }
}
