package dev.glimprouter.openai.internal.session;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.question.Question;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.RecordingListener;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.dialect.Dialects;
import dev.glimprouter.time.Cancellation;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Questions whose large model is dead: its server is not tried again at every step. */
class OutageRuleTest extends SessionTestBase {

    private static final String COMPLETIONS = "/v1/completions";
    private static final Reply UNSURE = Reply.text("Hm").entropy(3.5);
    private static final Play BROKEN =
            Play.json(500, "{\"error\":{\"message\":\"out of memory\"}}");

    private final FaultServer large =
            server(Faults.onPath(COMPLETIONS, _ -> BROKEN, Dialects.vllm(Script.of())));

    private Engine engine(FaultServer server) {
        return engine(ServerSettings.DEFAULT, Optional.empty(), server.uri());
    }

    private GlimpRouter router(LargeDown rule, Reply... small) {
        return new GlimpRouter(
                Map.of(
                        SMALL, engine(server(Dialects.vllm(Script.of(small)))),
                        LARGE, engine(large)),
                new ProbeThenDispatch(new EntropyThreshold(1)),
                RouterConfig.DEFAULT.withLargeDown(rule),
                time);
    }

    private static Result ask(GlimpRouter router) {
        RecordingListener heard = new RecordingListener();
        Result result = router.ask(Question.of("What is two and two?"), heard, new Cancellation());
        heard.check();
        return result;
    }

    @Test
    void smallGoesOnWithoutTryingLargeAtEachStep() {
        GlimpRouter router =
                router(
                        LargeDown.SMALL,
                        UNSURE,
                        Reply.text("One.\n\n"),
                        UNSURE,
                        Reply.text("Two.\n\n"),
                        UNSURE,
                        Reply.text("Three.\n\n"),
                        Reply.text("So four.</think>"),
                        Reply.text("4"));

        Result result = ask(router);

        assertThat(result.answer()).isEqualTo("4");
        assertThat(result.reasoning().steps()).hasSize(4);
        assertThat(large.exchanges(COMPLETIONS)).as("the first step's tries").hasSize(4);
        assertThat(result.nanos()).isLessThan(Duration.ofSeconds(4).toNanos());
    }

    @Test
    void theNextQuestionFailsAtOnceAndIsToldWhenToComeBack() {
        GlimpRouter router = router(LargeDown.FAIL, UNSURE, UNSURE);
        assertThatExceptionOfType(RetryableException.class).isThrownBy(() -> ask(router));
        long before = time.nanos();

        assertThatExceptionOfType(RetryableException.class)
                .isThrownBy(() -> ask(router))
                .satisfies(
                        failure ->
                                assertThat(failure.details().retryAfter().orElseThrow())
                                        .isPositive());

        assertThat(time.nanos()).isEqualTo(before);
        assertThat(large.exchanges(COMPLETIONS)).hasSize(4);
    }
}
