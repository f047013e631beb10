package dev.glimprouter.openai.internal.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.expression.StrategyExpression;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.upstream.Cut;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;

/** A reward model on the wire. */
@Timeout(60)
class ServedRewardTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
    private static final Question QUESTION = Question.of("Be brief.", "What is two and two?");

    private static double rate(FaultServer server, String key) {
        return new RewardServers(new ManualTime(), CLOCK, _ -> key.isEmpty() ? null : key)
                .open(URI.create(server.uri() + "/v1#prm"))
                .orElseThrow()
                .rate(QUESTION, Reasoning.empty(), "It is four.\n\n");
    }

    private static FaultServer answering(String rows) {
        return FaultServer.start(_ -> Play.json(200, "{\"data\":[{\"data\":" + rows + "}]}"));
    }

    @Test
    void theQuestionAndTheStepsAreSentWithTheKey() {
        try (FaultServer server = answering("[[0]]")) {
            assertThat(rate(server, "sk-1")).isEqualTo(0.5);

            Request request = server.awaitExchange(0).request();
            assertThat(request.target()).isEqualTo("/pooling");
            assertThat(request.header("authorization")).contains("Bearer sk-1");
            assertThat(request.text())
                    .isEqualTo(
                            "{\"model\":\"prm\",\"input\":\"What is two and two?\\nIt is four.\\n\\n\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[9], [1.5]]          | 0.8175744761936437",
                "[-2]                  | 0.11920292202211755",
                "[[0.9, 0.1], [0.3, 0.7]] | 0.7",
                "[[1000]]              | 1"
            })
    void theLastTokenDecides(String rows, double reward) {
        try (FaultServer server = answering(rows)) {
            assertThat(rate(server, "")).isCloseTo(reward, within(1e-12));
            assertThat(server.awaitExchange(0).request().header("authorization")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[[]]", "{}", "[\"high\"]", "[[0.1, 7.5]]", "null"})
    void whatIsNoRewardIsAnErrorOfTheSetUp(String rows) {
        try (FaultServer server = answering(rows)) {
            assertThatThrownBy(() -> rate(server, ""))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("does not answer like a reward model");
        }
    }

    @Test
    void aServerThatIsBusyOrBreaksOffCanBeAskedAgain() {
        try (FaultServer busy = FaultServer.start(_ -> Play.json(503, "{}"));
                FaultServer broken = FaultServer.start(_ -> Play.broken(Cut.RESET))) {
            assertThatThrownBy(() -> rate(busy, "")).isInstanceOf(RetryableException.class);
            assertThatThrownBy(() -> rate(broken, "")).isInstanceOf(RetryableException.class);
        }
    }

    @Test
    void anExpressionNamesTheAddress() {
        String text = "rsd(reward=http://127.0.0.1:8000/v1#prm)";
        Strategy strategy = StrategyExpression.parse(text).strategy();

        assertThat(strategy.name())
                .isEqualTo("rsd(reward=http://127.0.0.1:8000/v1#prm, threshold=0.7, opening=0)");
        assertThat(StrategyExpression.parse(strategy.name()).strategy()).isEqualTo(strategy);
    }
}
