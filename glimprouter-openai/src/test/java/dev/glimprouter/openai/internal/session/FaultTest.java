package dev.glimprouter.openai.internal.session;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Retries;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Usage;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.RecordingListener;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Cut;
import dev.glimprouter.testkit.upstream.Exchange;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Header;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Dialects;
import dev.glimprouter.time.Cancellation;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Questions routed between two scripted vLLM servers, and what faults do to them. */
class FaultTest extends SessionTestBase {

    private static final String COMPLETIONS = "/v1/completions";
    private static final Reply LAST = Reply.text("So it is four.</think>");
    private static final Reply ANSWER = Reply.text("4");

    private final RecordingListener heard = new RecordingListener();
    private RouterConfig config = RouterConfig.DEFAULT;
    private ServerSettings settings = ServerSettings.DEFAULT;

    private Engine engine(URI... replicas) {
        return engine(settings, Optional.empty(), replicas);
    }

    private Result ask(Engine small, Engine large) {
        GlimpRouter router =
                new GlimpRouter(
                        Map.of(SMALL, small, LARGE, large),
                        new ProbeThenDispatch(new EntropyThreshold(1)),
                        config,
                        time);
        return router.ask(Question.of("What is two and two?"), heard, new Cancellation());
    }

    private static Dialect vllm(Reply... replies) {
        return Dialects.vllm(Script.of(replies));
    }

    @Test
    void aSmallStepTakesOneRequestAndALargeOneTwo() {
        FaultServer small =
                server(vllm(Reply.text("One.\n\n"), Reply.text("Hm").entropy(3.5), LAST));
        FaultServer large = server(vllm(Reply.text("Two.\n\n"), ANSWER));

        Result result = ask(engine(small.uri()), engine(large.uri()));

        heard.check();
        assertThat(result.answer()).isEqualTo("4");
        assertThat(result.reasoning().text()).isEqualTo("One.\n\nTwo.\n\nSo it is four.");
        assertThat(small.exchanges(COMPLETIONS)).hasSize(3);
        assertThat(large.exchanges(COMPLETIONS)).hasSize(2);
        assertThat(result.usage().get(SMALL)).extracting(Usage::requests).isEqualTo(3L);
        assertThat(result.usage().get(LARGE)).extracting(Usage::requests).isEqualTo(2L);
    }

    @Test
    void aBusyServerIsAskedAgainAfterTheTimeItNames() {
        Dialect dialect = vllm(LAST);
        Play busy =
                Play.json(
                        503,
                        "{\"error\":{\"message\":\"queue full\"}}",
                        new Header("Retry-After", "7"));
        FaultServer small = server(firstOtherwise(COMPLETIONS, _ -> busy, dialect));
        FaultServer large = server(vllm(ANSWER));

        Result result = ask(engine(small.uri()), engine(large.uri()));

        heard.check();
        assertThat(result.answer()).isEqualTo("4");
        assertThat(result.nanos()).isGreaterThanOrEqualTo(Duration.ofSeconds(7).toNanos());
        assertThat(heard.last(RouteEvent.Retried.class).reason()).contains("queue full");
    }

    @Test
    void aStreamThatBreaksInAStepGoesOnFromTheTextSoFar() {
        Dialect whole = vllm(Reply.text("one two three four five</think>"));
        Dialect rest = vllm(Reply.text(" four five</think>"));
        FaultServer small =
                server(
                        firstOtherwise(
                                COMPLETIONS,
                                request ->
                                        whole.answer(request)
                                                .afterEvents(3, new Act.Break(Cut.RESET)),
                                rest));
        FaultServer large = server(vllm(ANSWER));

        Result result = ask(engine(small.uri()), engine(large.uri()));

        heard.check();
        assertThat(result.reasoning().text()).isEqualTo("one two three four five");
        assertThat(result.answer()).isEqualTo("4");
        assertThat(small.exchanges(COMPLETIONS)).hasSize(2);
    }

    @Test
    void aDeadReplicaIsLeftForTheOther() {
        Dialect dialect = vllm(LAST);
        FaultServer first = server(dialect);
        FaultServer second = server(dialect);
        FaultServer large = server(vllm(ANSWER));
        Engine small = engine(first.uri(), second.uri());
        first.close();

        Result result = ask(small, engine(large.uri()));

        heard.check();
        assertThat(result.answer()).isEqualTo("4");
        assertThat(second.exchanges(COMPLETIONS)).hasSize(1);
    }

    @Test
    void anEscalatedGlimpseIsHungUpOn() {
        FaultServer small =
                server(vllm(Reply.text("Hm and so on").entropy(3.5).thenSilence(), LAST));
        FaultServer large = server(vllm(Reply.text("Two.\n\n"), ANSWER));

        ask(engine(small.uri()), engine(large.uri()));

        Exchange glimpse = small.exchanges(COMPLETIONS).getFirst();
        glimpse.awaitAbort();
    }

    @Test
    void whereLargeIsGoneTheQuestionFailsWithWhatWasWritten() {
        settings = settings.withRetries(Retries.NONE);
        FaultServer small = server(vllm(Reply.text("One.\n\n"), Reply.text("Hm").entropy(3.5)));
        FaultServer large = server(vllm());
        Engine gone = engine(large.uri());
        large.close();

        assertThatThrownBy(() -> ask(engine(small.uri()), gone))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining(large.uri().toString());

        heard.check();
        assertThat(heard.reasoning().text()).isEqualTo("One.\n\n");
    }

    @Test
    void whereLargeIsGoneSmallGoesOnIfTheRuleSaysSo() {
        settings = settings.withRetries(Retries.NONE);
        config = config.withLargeDown(LargeDown.SMALL);
        FaultServer small =
                server(vllm(Reply.text("Hm").entropy(3.5), Reply.text("One.\n\n"), LAST, ANSWER));
        FaultServer large = server(vllm());
        Engine gone = engine(large.uri());
        large.close();

        Result result = ask(engine(small.uri()), gone);

        heard.check();
        assertThat(result.answer()).isEqualTo("4");
    }

    @Test
    void aContextThatTheServerCallsFullEndsTheReasoning() {
        Dialect dialect = vllm(Reply.text("One.\n\n"), Reply.text("never"));
        Play full =
                Play.json(
                        400,
                        "{\"error\":{\"message\":\"This model's maximum context length is 4096 tokens. However, you requested 9999 tokens\",\"type\":\"BadRequestError\",\"code\":400}}");
        FaultServer small =
                server(
                        Faults.onPath(
                                COMPLETIONS,
                                Faults.nth(number -> number == 1, full, dialect),
                                dialect));
        FaultServer large = server(vllm(ANSWER));

        Result result = ask(engine(small.uri()), engine(large.uri()));

        heard.check();
        assertThat(result.stop()).isEqualTo(Stop.CONTEXT);
        assertThat(result.answer()).isEqualTo("4");
    }

    @Test
    void aWrongKeyIsSaidAtOnce() {
        Play refused = Play.json(401, "{\"error\":\"Unauthorized\"}");
        FaultServer small = server(_ -> refused);

        assertThatThrownBy(() -> engine(small.uri())).isInstanceOf(SetupException.class);
    }
}
