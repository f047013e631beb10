package dev.glimprouter.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.request.ChatRequestParameters;

import org.junit.jupiter.api.Test;

/** What only the router knows survives where parameters are laid over each other. */
class ChatRequestParametersTest {

    private static final GlimpRouterChatRequestParameters OURS =
            GlimpRouterChatRequestParameters.builder()
                    .temperature(0.5)
                    .strategy("glimpse")
                    .tau(0.75)
                    .budget(100)
                    .seed(7)
                    .build();
    private static final ChatRequestParameters PLAIN =
            ChatRequestParameters.builder().temperature(1.0).build();

    @Test
    void laidOverPlainOnes() {
        GlimpRouterChatRequestParameters both = OURS.overrideWith(PLAIN);

        assertThat(both.temperature()).isEqualTo(1.0);
        assertThat(both.tau()).contains(0.75);
        assertThat(OURS.defaultedBy(PLAIN)).isEqualTo(OURS);
    }

    @Test
    void theUpperOnesWin() {
        GlimpRouterChatRequestParameters upper =
                GlimpRouterChatRequestParameters.builder().tau(2).build();

        GlimpRouterChatRequestParameters both = OURS.overrideWith(upper);

        assertThat(both.tau()).contains(2.0);
        assertThat(both.strategy()).contains("glimpse");
        assertThat(both.budget()).contains(100);
        assertThat(both.seed()).contains(7L);
        assertThat(OURS.defaultedBy(upper)).isEqualTo(OURS);
    }

    @Test
    void areValues() {
        GlimpRouterChatRequestParameters same = OURS.overrideWith(OURS);

        assertThat(same).isEqualTo(OURS).hasSameHashCodeAs(OURS).hasToString(OURS.toString());
        assertThat(OURS.overrideWith(PLAIN)).isNotEqualTo(OURS);
        assertThat(OURS.toString()).contains("0.75");
    }
}
