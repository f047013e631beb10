package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glimprouter.engine.Breaker;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Retries;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.dialect.Dialect;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Servers that may fail, and a breaker that opens at the first failure. */
abstract class BreakerTestBase extends SessionTestBase {

    static final String COMPLETIONS = "/v1/completions";
    static final String STEP_TEXT = "So it is four.\n\n";
    static final Breaker QUICK = new Breaker(1, Duration.ofSeconds(1), Duration.ofMinutes(1));

    ServerSettings settings = ServerSettings.DEFAULT.withRetries(Retries.NONE).withBreaker(QUICK);

    /** A server that is well while its fault is absent. */
    final class Mortal {
        final AtomicReference<Optional<Play>> fault = new AtomicReference<>(Optional.empty());
        final Dialect dialect = Kind.VLLM.dialect(story("So", " it", " is", " four", ".\n\n"));
        final FaultServer server =
                server(
                        Faults.onPath(
                                COMPLETIONS,
                                request -> fault.get().orElseGet(() -> dialect.answer(request)),
                                dialect));

        void has(Play play) {
            fault.set(Optional.of(play));
        }

        void recovers() {
            fault.set(Optional.empty());
        }

        int requests() {
            return server.exchanges(COMPLETIONS).size();
        }
    }

    final Engine over(Mortal... servers) {
        return engine(
                settings,
                Optional.empty(),
                Stream.of(servers).map(one -> one.server.uri()).toArray(URI[]::new));
    }

    static Read step(Session session) {
        return Read.all(session.generate(STEP));
    }

    final RetryableException failure(Session session) {
        TokenStream stream = closing(session.generate(STEP));
        return assertThatExceptionOfType(RetryableException.class)
                .isThrownBy(stream::next)
                .actual();
    }
}
