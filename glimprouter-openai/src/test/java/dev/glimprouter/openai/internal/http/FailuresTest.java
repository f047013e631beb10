package dev.glimprouter.openai.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.error.Details;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

class FailuresTest extends HttpTestBase {

    private static final URI AT = URI.create("http://h:8000/v1/completions");
    private final Failures failures = new Failures("qwen3", Optional.of(KEY), CLOCK);

    private GlimpRouterException of(int status, String body) {
        return failures.ofAnswer(AT, answer(status, Map.of(), body));
    }

    @ParameterizedTest
    @CsvSource({
        "302, SetupException",
        "400, RequestException",
        "401, SetupException",
        "403, SetupException",
        "404, SetupException",
        "405, RequestException",
        "408, RetryableException",
        "409, RetryableException",
        "413, RequestException",
        "418, RequestException",
        "422, RequestException",
        "425, RetryableException",
        "429, RetryableException",
        "500, RetryableException",
        "501, SetupException",
        "502, RetryableException",
        "503, RetryableException",
        "529, RetryableException"
    })
    void aStatusSaysWhatTheCallerCanDo(int status, String type) {
        GlimpRouterException failure = of(status, "");
        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure.details())
                .isEqualTo(new Details("http://h:8000", OptionalInt.of(status), Optional.empty()));
        assertThat(failure.getMessage()).contains("http://h:8000");
    }

    static Stream<String> overflows() {
        return Stream.of(
                "{\"object\":\"error\",\"message\":\"This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (4488 in the messages, 512 in the completion).\",\"type\":\"BadRequestError\",\"code\":400}",
                "{\"error\":{\"message\":\"You passed 4097 input tokens and requested 1 output tokens. However, the model's context length is only 4096 tokens\",\"code\":400}}",
                "{\"error\":{\"message\":\"The decoder prompt (length 5000) is longer than the maximum model length of 4096.\"}}",
                "{\"object\":\"error\",\"message\":\"The input (5000 tokens) is longer than the model's context length (4096 tokens).\",\"code\":400}",
                "{\"object\":\"error\",\"message\":\"Requested token count exceeds the model's maximum context length of 4096 tokens.\",\"code\":400}",
                "{\"error\":{\"message\":\"Input length (5000 tokens) exceeds the maximum allowed length (4090 tokens). Use a shorter input or enable --allow-auto-truncate.\"}}",
                "{\"error\":{\"code\":400,\"message\":\"too big\",\"type\":\"exceed_context_size_error\",\"n_prompt_tokens\":9,\"n_ctx\":8}}",
                "{\"error\":{\"code\":400,\"message\":\"the request exceeds the available context size, try increasing it\",\"type\":\"invalid_request_error\"}}",
                "{\"error\":\"prompt too long; exceeded max context length by 17 tokens\"}",
                "{\"error\":\"the input length exceeds the context length\"}",
                "{\"error\":{\"message\":\"too long\",\"code\":\"context_length_exceeded\"}}");
    }

    @ParameterizedTest
    @MethodSource("overflows")
    void anOverflowIsKnownByItsWords(String body) {
        assertThat(of(400, body)).isInstanceOf(ContextFullException.class);
        assertThat(failures.ofEvent(AT, body)).containsInstanceOf(ContextFullException.class);
        assertThat(of(429, body)).isInstanceOf(RetryableException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":{\"message\":\"no\",\"type\":\"x\",\"code\":null}} | no",
                "{\"error\":\"no\"} | no",
                "{\"object\":\"error\",\"message\":\"no\",\"code\":40003} | no",
                "{\"detail\":\"no\"} | no",
                "{\"detail\":[{\"loc\":[\"body\",\"prompt\",0],\"msg\":\"Field required\"},{\"msg\":\"and\"}]} | body.prompt.0: Field required; and",
                "{\"message\":\"no\"} | no",
                "{\"why\":1} | {\"why\":1}",
                "[1] | [1]",
                "no | no",
                "{\"error\": | {\"error\":",
                "<html><head><title>502 Bad\tGateway</title></head><body>x</body></html> | 502 Bad Gateway",
                "<p>no</p> | no"
            })
    void theServersWordsAreFoundInEveryShape(String body, String words) {
        assertThat(of(400, body))
                .isExactlyInstanceOf(RequestException.class)
                .hasMessage("http://h:8000 refuses the request (HTTP 400): " + words);
    }

    @Test
    void wordsAreOneShortLineThatNoTerminalObeys() {
        String body = "a\u001B[31m\r\n\u2028b\u202E\u0000" + "x".repeat(1000);
        String message = String.valueOf(of(400, body).getMessage());
        assertThat(message).contains(": a[31m b" + "x".repeat(290)).endsWith("x…");
        assertThat(message.length()).isLessThan(360);
    }

    @Test
    void aRefusedKeyIsNamedByItsSource() {
        assertThat(of(401, "{\"error\":\"bad key " + CANARY + "\"}"))
                .hasMessage(
                        "http://h:8000 refuses the key (HTTP 401). Check it: The environment variable CANARY: ****.");
    }

    @Test
    void anUnknownModelOrRouteNamesBoth() {
        assertThat(of(404, "{\"detail\":\"Not Found\"}"))
                .hasMessage(
                        "http://h:8000 knows no model qwen3 or no route /v1/completions (HTTP 404): Not Found");
        assertThat(
                        new Failures("", Optional.empty(), CLOCK)
                                .ofAnswer(AT, answer(404, Map.of(), "")))
                .hasMessage("http://h:8000 knows no route /v1/completions (HTTP 404).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7",
                "0 | 0",
                "Tue, 24 Nov 2026 12:00:30 GMT | 30",
                "Tue, 24 Nov 2026 11:00:00 GMT | 0",
                "soon |",
                "-1 |",
                "1.5 |"
            })
    void retryAfterIsSecondsOrADate(String header, Long seconds) {
        Answer answer = answer(503, Map.of("Retry-After", header), "");
        assertThat(failures.ofAnswer(AT, answer).details().retryAfter())
                .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[DONE]",
                "{\"error\":null,\"choices\":[]}",
                "{\"choices\":[{\"text\":\"error\"}]}",
                "{\"choices\":[{\"error\":\"inner\"}]}",
                "not json \"error\""
            })
    void ordinaryEventsReportNothing(String data) {
        assertThat(failures.ofEvent(AT, data)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'error':{'message':'The request queue is full.','code':503}} | RetryableException",
                "{'object':'error','message':'boom','code':500} | RetryableException",
                "{'error':{'message':'slow down','code':429}} | RetryableException",
                "{'error':{'message':'bad top_k','code':400}} | RequestException",
                "{'error':{'message':'bad','type':'invalid_request_error'}} | RequestException",
                "{'error':{'message':'request (5000 tokens) exceeds',"
                        + "'type':'exceed_context_size_error','code':400}} | ContextFullException",
                "{'error':{'message':'the maximum context length is 4096 tokens','code':400}}"
                        + " | ContextFullException",
            })
    void anEventUnderAGoodStatusMayBeAFailure(String json, String type) {
        assertThat(failures.ofEvent(AT, json.replace('\'', '"')))
                .get()
                .satisfies(
                        failure -> assertThat(failure.getClass().getSimpleName()).isEqualTo(type));
    }

    @Test
    void anEventsFailureIsToldByItsCodeOrItsType() {
        assertThat(failures.ofEvent(AT, "{\"error\":\"model runner stopped\"}"))
                .containsInstanceOf(RetryableException.class);
        assertThat(failures.ofEvent(AT, "{\"error\":{\"message\":\"x\",\"code\":404}}"))
                .containsInstanceOf(SetupException.class);
        assertThat(failures.ofEvent(AT, "{\"error\":{\"type\":\"BadRequestError\"}}"))
                .get()
                .isExactlyInstanceOf(RequestException.class)
                .satisfies(
                        failure ->
                                assertThat(failure.details())
                                        .isEqualTo(Details.of("http://h:8000")));
    }

    @Test
    void brokenConnectionsAreSortedByWhetherTheyPass() {
        assertThat(failures.ofBroken(AT, new ConnectException("Connection refused")))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("takes no connections");
        assertThat(failures.ofBroken(AT, new ConnectTimeoutException("x")))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("the connect timeout");
        assertThat(failures.ofBroken(AT, new IOException("x", new EOFException("EOF reached"))))
                .isInstanceOf(RetryableException.class)
                .hasMessage("http://h:8000 broke off the connection: EOF reached");
        assertThat(failures.ofBroken(AT, new SSLException("Received fatal alert: internal_error")))
                .isInstanceOf(RetryableException.class);
        assertThat(failures.ofBroken(AT, caused(new UnresolvedAddressException())))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("There is no host");
        assertThat(
                        failures.ofBroken(
                                AT,
                                new SSLHandshakeException("x")
                                        .initCause(new CertificateException("No name matching h"))))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("No name matching h");
        assertThat(
                        failures.ofBroken(
                                AT, new SSLException("Unsupported or unrecognized SSL message")))
                .isInstanceOf(SetupException.class)
                .hasMessage("http://h:8000 speaks no TLS: try http://.");
    }

    private static Throwable caused(Exception cause) {
        return new ConnectException().initCause(cause);
    }
}
