package dev.glimprouter.openai.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.error.Details;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.openai.internal.replica.Failure.Kind;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What a failure says of a replica. */
class FailureTest {

    static Stream<Throwable> unreachable() {
        return Stream.of(
                new ConnectException("refused"),
                new ConnectTimeoutException("connect timed out"),
                new NoRouteToHostException("no route"),
                new UnknownHostException("nowhere"),
                new UncheckedIOException(new IOException(new ConnectException("refused"))));
    }

    static Stream<Throwable> otherwise() {
        return Stream.of(
                new SocketTimeoutException("no first token"),
                new SocketException("Connection reset"),
                new EOFException("the connection was closed while it was idle"));
    }

    private static boolean isUnreachable(Throwable cause) {
        return Failure.of(new RetryableException("It failed.", cause)).kind() == Kind.UNREACHABLE;
    }

    @ParameterizedTest
    @MethodSource("unreachable")
    void noConnectionIsUnreachable(Throwable cause) {
        assertThat(isUnreachable(cause)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("otherwise")
    void aConnectionThatBreaksIsNot(Throwable cause) {
        assertThat(isUnreachable(cause)).isFalse();
    }

    @Test
    void aFailureWithoutACauseIsNot() {
        assertThat(Failure.of(new RetryableException("HTTP 503.")))
                .isEqualTo(new Failure(Kind.FAILED, "HTTP 503", Optional.empty()));
    }

    @Test
    void tooManyRequestsAreNoFailureOfTheServer() {
        Duration wait = Duration.ofSeconds(3);
        Details busy = Details.of("a", 429).withRetryAfter(wait);

        assertThat(Failure.of(new RetryableException("Slow down.", busy, null)))
                .isEqualTo(new Failure(Kind.BUSY, "Slow down", Optional.of(wait)));
        assertThat(Failure.of(new RetryableException("Later.", Details.of("a", 503), null)).kind())
                .isEqualTo(Kind.FAILED);
    }

    @Test
    void theLineIsOneLineAndNotTooLong() {
        assertThat(Failure.of(new RetryableException(" a\r\nb\tc\n")).line()).isEqualTo("a b c");
        assertThat(Failure.of(new RetryableException("x".repeat(10_000))).line())
                .hasSize(203)
                .endsWith("x...");
    }
}
