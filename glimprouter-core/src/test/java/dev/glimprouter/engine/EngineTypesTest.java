package dev.glimprouter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

/** What the seam's records refuse. */
class EngineTypesTest {

    @ParameterizedTest
    @CsvSource({
        "-0.1, 0.9, 0, 0, temperature",
        "NaN, 0.9, 0, 0, temperature",
        "101, 0.9, 0, 0, temperature",
        "1, 0, 0, 0, top-p",
        "1, 1.1, 0, 0, top-p",
        "1, NaN, 0, 0, top-p",
        "1, 0.9, -1, 0, top-k",
        "1, 0.9, 0, -0.1, min-p",
        "1, 0.9, 0, 1.1, min-p",
        "1, 0.9, 0, NaN, min-p"
    })
    void samplingOutsideItsRangeIsARequestToChange(
            double temperature, double topP, int topK, double minP, String name) {
        assertThatThrownBy(() -> new Sampling(temperature, topP, topK, minP))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining(name);
    }

    @Test
    void theEdgesOfSamplingAreAllowed() {
        assertThat(new Sampling(0, 1, 0, 1)).isNotNull();
        assertThat(Sampling.DEFAULT.withTemperature(0).temperature()).isZero();
        assertThat(Sampling.DEFAULT.withTemperature(0).topP()).isEqualTo(0.95);
    }

    @Test
    void aGenerationNeedsAToken() {
        assertThatThrownBy(
                        () ->
                                new Generation(
                                        Sampling.GREEDY,
                                        0,
                                        Until.STEP,
                                        Generation.Distributions.NONE,
                                        0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sizesAndCostsAreNotNegative() {
        assertThatThrownBy(() -> new EngineInfo("e", "b", "m", -1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EngineInfo("e", "b", "m", 0, -1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EngineInfo("e", "b", "m", 0, 0, -1))
                .isInstanceOf(IllegalArgumentException.class);
        for (int i = 0; i < 10; i++) {
            int[] cost = new int[10];
            cost[i] = -1;
            assertThatThrownBy(
                            () ->
                                    new StreamCost(
                                            cost[0], cost[1], cost[2], cost[3], cost[4], cost[5],
                                            cost[6], cost[7], cost[8], cost[9]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anEngineNeedsRoomAndASession() {
        EngineOptions options = EngineOptions.DEFAULT;

        assertThatThrownBy(() -> options.withContextTokens(15))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withSessions(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(options.withContextTokens(16).contextTokens()).isEqualTo(16);
        assertThat(options.withSessions(3).sessions()).isEqualTo(3);
        assertThat(options.withSessions(3).contextTokens()).isEqualTo(12_288);
    }

    @Test
    void aServedModelNeedsAServer() {
        assertThatThrownBy(() -> new ModelSource.Servers(List.of(), "m"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPromptKeepsItsMessages() {
        List<Message> messages = new ArrayList<>(List.of(new Message(Role.USER, "x")));
        Prompt prompt = new Prompt(messages, Prompt.THINK);

        messages.clear();

        assertThat(prompt.messages()).hasSize(1);
        assertThat(prompt.opening()).isEqualTo("<think>\n");
    }
}
