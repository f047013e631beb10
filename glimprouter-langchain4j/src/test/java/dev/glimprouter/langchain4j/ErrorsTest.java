package dev.glimprouter.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.error.Details;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Our failures as LangChain4j's. */
class ErrorsTest {

    private static final String MESSAGE = "Something has to be done.";

    private static Details answered(int status) {
        return Details.of("server", status);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new RequestException(MESSAGE), InvalidRequestException.class),
                Arguments.of(
                        new ContextFullException(MESSAGE, Details.NONE),
                        InvalidRequestException.class),
                Arguments.of(new CancelledException(MESSAGE), LangChain4jException.class),
                Arguments.of(new RetryableException(MESSAGE), InternalServerException.class),
                Arguments.of(
                        new RetryableException(MESSAGE, answered(503), null),
                        InternalServerException.class),
                Arguments.of(
                        new RetryableException(MESSAGE, answered(429), null),
                        RateLimitException.class),
                Arguments.of(
                        new RetryableException(MESSAGE, answered(408), null),
                        TimeoutException.class),
                Arguments.of(new SetupException(MESSAGE), NonRetriableException.class),
                Arguments.of(
                        new SetupException(MESSAGE, answered(401), null),
                        AuthenticationException.class),
                Arguments.of(
                        new SetupException(MESSAGE, answered(403), null),
                        AuthenticationException.class),
                Arguments.of(
                        new SetupException(MESSAGE, answered(404), null),
                        ModelNotFoundException.class));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void sayWhatToDo(GlimpRouterException ours, Class<? extends Exception> theirs) {
        assertThat(Errors.of(ours)).isExactlyInstanceOf(theirs).hasMessage(MESSAGE).hasCause(ours);
    }

    @Test
    void othersStayWhatTheyAre() {
        IllegalStateException other = new IllegalStateException("a bug");

        assertThat(Errors.of(other)).isSameAs(other);
        assertThat(Errors.of(new AssertionError("a bug")))
                .isExactlyInstanceOf(LangChain4jException.class);
    }
}
