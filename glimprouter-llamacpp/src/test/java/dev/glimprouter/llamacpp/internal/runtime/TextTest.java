package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What each evaluated token counts as. */
class TextTest {

    private static final int NANOS = 600;

    private final Text text = Text.of(1, 2);

    @Test
    void whatSomebodyElseWroteIsPrompt() {
        text.addForeign(3);

        assertThat(text.evaluated(IntList.of(1, 2, 3), 3, 0, 3, NANOS))
                .isEqualTo(new Work(3, 0, 0, NANOS, 0, 0));
    }

    @Test
    void ownTextIsNoPromptTheFirstTimeAndASeamTheSecond() {
        text.addOwn(1, 3, 4);
        IntList job = IntList.of(1, 2, 3, 4);

        assertThat(text.found(3)).as("the head").isEqualTo(Work.cached(2));
        assertThat(text.evaluated(job, 4, 3, 4, NANOS)).isEqualTo(new Work(0, 0, 0, 0, 1, NANOS));
        assertThat(text.evaluated(job, 4, 2, 4, NANOS)).isEqualTo(new Work(2, 0, 2, NANOS, 0, 0));
    }

    @Test
    void theTimeIsSharedOutByTokens() {
        text.addOwn(0, 3);
        text.addForeign(4, 5);

        assertThat(text.evaluated(IntList.of(1, 2, 3, 4, 5), 5, 2, 5, NANOS))
                .isEqualTo(new Work(2, 0, 0, 400, 1, 200));
    }

    @Test
    void whatAClosedStreamHadWrittenIsNoPrompt() {
        assertThat(text.evaluated(IntList.of(1, 2, 3, 4), 3, 2, 4, NANOS))
                .as("3 was given and is gone, 4 was generated")
                .isEqualTo(new Work(1, 0, 0, 300, 1, 300));
    }
}
