package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Incident;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Cut;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Quirk;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Pitfalls 11, 12, 19 and 20: servers that fail, die, are full or asleep. */
class FailurePitfallTest extends SessionTestBase {

    private static final String[] STORY = {"So", " it", " is", " four", ".\n\n"};
    private static final String STEP_TEXT = "So it is four.\n\n";
    private static final String OPENING = "<|user|>Tell a story.<|end|><|assistant|><think>\n";

    /** A step of which the first request goes otherwise; the story is told in the end. */
    private Read told(Kind kind, Dialect good, Responder first) {
        Read read = step(kind, firstOtherwise(kind.path(), first, good));
        assertThat(read.text()).isEqualTo(STEP_TEXT);
        assertThat(read.ending()).isEqualTo(Ending.BLANK_LINE);
        assertThat(read.glimpse()).isPresent();
        return read;
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("11: an error event under status 200 before the first token is tried again")
    void anErrorEventFirst(Kind kind) {
        Dialect good = kind.dialect(story(STORY));

        Read read = told(kind, good, good.with(Quirk.QUEUE_FULL_EVENT));

        assertThat(read.incidents())
                .singleElement()
                .isInstanceOf(Incident.Retry.class)
                .extracting(Incident::reason)
                .asString()
                .contains("The request queue is full.");
        assertThat(lastPrompt(good)).isEqualTo(OPENING);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("11: after an error event in mid-step the text so far is gone on from")
    void anErrorEventLater(Kind kind) {
        Dialect good = kind.dialect(story(STORY));

        Read read = told(kind, good, good.failingAfter(2));

        assertThat(read.incidents()).hasSize(1);
        assertThat(lastPrompt(good)).isEqualTo(OPENING + "So it");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("12: a stream that ends early without a reason is gone on from")
    void anEndWithoutAReason(Kind kind) {
        Dialect good = kind.dialect(story(STORY));
        Dialect dies = kind.dialect(story(STORY));

        Read read = told(kind, good, request -> quietEnd(kind, dies.answer(request)));

        assertThat(read.incidents()).hasSize(1);
        assertThat(lastPrompt(good)).isEqualTo(OPENING + "So it");
    }

    /** Two tokens, and then a body that ends in good order. */
    private static Play quietEnd(Kind kind, Play play) {
        return play.afterEvents(kind == Kind.CHAT ? 3 : 2, new Act.End());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("12: a stream that the server's death cuts off is gone on from")
    void aDeath(Kind kind) {
        Dialect good = kind.dialect(story(STORY));
        Dialect dies = kind.dialect(story(STORY));
        int events = kind == Kind.CHAT ? 3 : 2;

        Read read =
                told(
                        kind,
                        good,
                        request ->
                                dies.answer(request).afterEvents(events, new Act.Break(Cut.FIN)));

        assertThat(read.incidents()).hasSize(1);
        assertThat(lastPrompt(good)).isEqualTo(OPENING + "So it");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LLAMA_SERVER")
    @DisplayName("12: a step that is whole needs no reason and no second request")
    void aWholeStepWithoutAReason(Kind kind) {
        Read read = step(kind, kind.dialect(story(STORY)).with(Quirk.NO_FINISH));

        assertThat(read.text()).isEqualTo(STEP_TEXT);
        assertThat(read.ending()).isEqualTo(Ending.BLANK_LINE);
        assertThat(read.incidents()).isEmpty();
    }

    @Test
    @DisplayName("12: llama-server cuts the stop text off, so without a reason it is asked for")
    void aStepWithoutItsStop() {
        Dialect good = Kind.LLAMA_SERVER.dialect(story(STORY));

        Read read = told(Kind.LLAMA_SERVER, good, good.with(Quirk.NO_FINISH));

        assertThat(read.incidents()).hasSize(1);
        assertThat(lastPrompt(good)).isEqualTo(OPENING + "So it is four.");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("19: a context that is full before the step is told as that")
    void theContextIsFull(Kind kind) {
        Session session = session(kind, kind.dialect(story(STORY)).withContext(32));
        session.append(" word".repeat(40));

        try (TokenStream stream = session.generate(STEP)) {
            assertThatThrownBy(stream::next)
                    .isInstanceOf(ContextFullException.class)
                    .hasMessageContaining("context");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETIONS", "CHAT"})
    @DisplayName("19: where the answer does not fit, a shorter one is asked for")
    void theAnswerIsTooLong(Kind kind) {
        Dialect dialect = kind.dialect(Script.looping(Reply.text("It is four."))).withContext(64);
        FaultServer server = server(dialect);
        Session session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);

        Read read = Read.all(session.generate(generation(Until.END_OF_SEQUENCE, 64)));

        assertThat(read.text()).isEqualTo("It is four.");
        assertThat(server.exchanges(kind.path()))
                .extracting(exchange -> body(exchange).path("max_tokens").intValue())
                .containsExactly(64, 32);
        assertThat(read.incidents()).hasSize(1);
    }

    @Test
    @DisplayName("19: llama-server's truncated is the end of a length, not of the sequence")
    void llamaServerTruncates() {
        Dialect dialect = Kind.LLAMA_SERVER.dialect(story("So", " it"));
        Responder truncating =
                request ->
                        dialect.answer(request)
                                .mapped(
                                        act ->
                                                Stream.of(
                                                        act instanceof Act.Event event
                                                                ? new Act.Event(
                                                                        event.text()
                                                                                .replace(
                                                                                        "\"truncated\":false",
                                                                                        "\"truncated\":true")
                                                                                .replace(
                                                                                        "\"eos\"",
                                                                                        "\"limit\""),
                                                                        event.tokens())
                                                                : act));

        Read read = step(Kind.LLAMA_SERVER, truncating);

        assertThat(read.text()).isEqualTo("So it");
        assertThat(read.ending()).isEqualTo(Ending.LENGTH);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("20: a model that is being loaded is asked again")
    void theModelIsLoaded(Kind kind) {
        Dialect good = kind.dialect(story(STORY));

        Read read = told(kind, good, good.loadingFor(1));

        assertThat(read.incidents()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("20: a model that wakes up may take longer to its first token than between two")
    void theModelWakesUp(Kind kind) {
        Duration waking = kind.settings().timeouts().firstToken().minusSeconds(1);
        Dialect good = kind.dialect(story(STORY));
        Dialect waits = kind.dialect(scene -> story(STORY).reply(scene).after(waking));

        told(kind, good, waits);
        told(
                kind,
                good,
                request ->
                        good.answer(request)
                                .mapped(
                                        act ->
                                                act instanceof Act.Head
                                                        ? Stream.of(Act.Pause.of(waking), act)
                                                        : Stream.of(act)));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("20: a model that does not wake up is late, and the question is told")
    void theModelSleepsOn(Kind kind) {
        Responder sleeping =
                Faults.onPath(kind.path(), _ -> Play.silence(), kind.dialect(story(STORY)));
        ServerSettings settings =
                kind.settings()
                        .withTimeouts(kind.settings().timeouts().withTotal(Duration.ofDays(9999)));
        Session session = engine(settings, kind.template(), server(sleeping).uri()).open(HEAD);
        TokenStream stream = closing(session.generate(STEP));
        CompletableFuture<Optional<Token>> first =
                CompletableFuture.supplyAsync(stream::next, task -> Thread.ofVirtual().start(task));

        while (!first.isDone()) {
            time.advance(Duration.ofSeconds(1));
            Thread.onSpinWait();
        }

        assertThatThrownBy(first::join)
                .cause()
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("no first token");
        assertThat(stream.incidents()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("20: a server that is being started is not taken for one of another kind")
    void theServerStarts(Kind kind) {
        Dialect starting = kind.dialect(story(STORY)).loadingFor(1000);

        assertThatThrownBy(() -> engine(kind, starting))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("503");
    }
}
