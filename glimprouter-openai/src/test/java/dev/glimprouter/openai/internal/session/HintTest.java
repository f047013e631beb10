package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Hint;
import dev.glimprouter.engine.Session;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.testkit.upstream.dialect.Dialect;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.concurrent.atomic.AtomicBoolean;

/** Requests that only bring a text into a server's cache. */
@Timeout(20)
class HintTest extends SessionTestBase {

    /** Until the server has told the cost, or the test's time is up. */
    private static void await(Hint hint) {
        while (hint.cost().promptTokens() == 0 && !Thread.interrupted()) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"VLLM", "SGLANG", "LLAMA_SERVER"})
    void theServerReadsWhatIsBeyondAndTellsWhatItCost(Kind kind) {
        Dialect dialect = kind.dialect(story("One", " two", ".\n\n"));
        FaultServer server = server(dialect);
        Session session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);

        Hint hint = session.prefill(" and what comes next");
        await(hint);

        assertThat(lastPrompt(dialect)).endsWith("<think>\n and what comes next");
        assertThat(hint.cost().requests()).isEqualTo(1);
        assertThat(hint.cost().discardedTokens())
                .as("only SGLang can generate nothing")
                .isEqualTo(kind == Kind.SGLANG ? 0 : 1);
        assertThat(Read.all(session.generate(STEP)).text()).isEqualTo("One two.\n\n");
        assertThat(lastPrompt(dialect)).endsWith("<think>\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"VLLM", "SGLANG", "LLAMA_SERVER"})
    void aHintThatFailsIsForgotten(Kind kind) {
        Dialect dialect = kind.dialect(story("One", " two", ".\n\n"));
        AtomicBoolean opened = new AtomicBoolean();
        Responder failing =
                request ->
                        opened.get() && request.text().contains("\"stream\":false")
                                ? Play.json(500, "{}")
                                : dialect.answer(request);
        Session session = session(kind, failing);
        opened.set(true);

        session.prefill(" and what comes next");

        assertThat(Read.all(session.generate(STEP)).text()).isEqualTo("One two.\n\n");
    }
}
