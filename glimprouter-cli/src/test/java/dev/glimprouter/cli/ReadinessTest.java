package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Breaker;
import dev.glimprouter.openai.OpenAiProvider;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.testkit.upstream.dialect.Dialect;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** What {@code serve} says of itself while a model's server dies and comes back. */
class ReadinessTest extends ServerTestBase {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Play BROKEN =
            Play.json(500, "{\"error\":{\"message\":\"out of memory\"}}");
    private static final String CHAT = "/v1/chat/completions";
    private static final String QUESTION =
            "{\"model\":\"glimprouter\",\"messages\":[{\"role\":\"user\",\"content\":\"2 and 2?\"}]}";

    private final AtomicBoolean up = new AtomicBoolean(true);
    private final AtomicBoolean smallUp = new AtomicBoolean(true);
    private final FaultServer large = dying(up, vllm(ANSWER, ANSWER, ANSWER, ANSWER));
    private final FaultServer small = dying(smallUp, vllm(LAST, LAST, LAST, LAST, LAST));
    private CompletableFuture<Integer> code = CompletableFuture.completedFuture(0);
    private Optional<Stage> staged = Optional.empty();
    private String origin = "";

    /** What came back. */
    private record Got(int status, String body, Optional<String> retryAfter) {}

    private FaultServer dying(AtomicBoolean up, Dialect dialect) {
        Responder responder = request -> up.get() ? dialect.answer(request) : BROKEN;
        return server(Faults.onPath(COMPLETIONS, responder, dialect));
    }

    @BeforeEach
    void stageIt() {
        Stage stage = stage();
        stage.provider = new OpenAiProvider(stage.time, InstantSource.system(), new Random(1));
        staged = Optional.of(stage);
    }

    @AfterEach
    void endIt() {
        staged.orElseThrow().interrupts.raise(Interrupts.Kind.TERM);
        code.join();
    }

    private void serve(String rules) throws IOException {
        Stage stage = staged.orElseThrow();
        Path file =
                Files.writeString(
                        folder.resolve("router.yaml"),
                        """
                        small: {model: '%s', retries: {most: 0}, breaker: {failures: 1}}
                        large: {model: '%s', retries: {most: 0}, breaker: {failures: 1}}
                        serve: {port: 0}
                        %s
                        """
                                .formatted(small.uri(), large.uri(), rules));
        CompletableFuture<Integer> serving = new CompletableFuture<>();
        code = serving;
        Thread.ofVirtual()
                .start(() -> serving.complete(stage.run("serve", "--config", file.toString())));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!stage.out().contains("\n")) {
            assertThat(System.nanoTime()).as(stage.err()).isLessThan(end);
            Thread.onSpinWait();
        }
        String base = stage.out().strip();
        origin = base.substring(0, base.length() - "/v1".length());
    }

    private Got get(String path) throws IOException {
        return read(connection(path));
    }

    private Got chat() throws IOException {
        HttpURLConnection connection = connection(CHAT);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.getOutputStream().write(QUESTION.getBytes(StandardCharsets.UTF_8));
        return read(connection);
    }

    private HttpURLConnection connection(String path) throws IOException {
        return (HttpURLConnection) URI.create(origin + path).toURL().openConnection();
    }

    private static Got read(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Got(
                    status,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    Optional.ofNullable(connection.getHeaderField("Retry-After")));
        }
    }

    @Test
    void itIsReadyUntilLargeDiesAndAgainWhenOneMayTry() throws IOException {
        serve("");
        assertThat(get("/health/ready").status()).isEqualTo(200);
        assertThat(get("/metrics").body())
                .contains("glimprouter_replica_state{replica=\"0\",role=\"large\"} 0.0");
        assertThat(chat().status()).isEqualTo(200);

        up.set(false);
        Got failed = chat();
        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.body()).contains("model_unavailable");
        assertThat(failed.retryAfter()).isPresent();
        int asked = large.exchanges(COMPLETIONS).size();
        Got unready = get("/health/ready");
        assertThat(unready.status()).isEqualTo(503);
        assertThat(unready.body()).contains("\"down\":[\"large\"]").doesNotContain("127.0.0.1");
        assertThat(get("/health/live").status()).isEqualTo(200);
        assertThat(get("/metrics").body())
                .contains("glimprouter_replica_state{replica=\"0\",role=\"large\"} 3.0")
                .contains("glimprouter_replica_state{replica=\"0\",role=\"small\"} 0.0");
        assertThat(chat().status()).isEqualTo(503);
        assertThat(large.exchanges(COMPLETIONS)).as("left alone").hasSize(asked);

        up.set(true);
        staged.orElseThrow().time.advance(Breaker.DEFAULT.longest());
        assertThat(get("/health/ready").status()).isEqualTo(200);
        assertThat(large.exchanges(COMPLETIONS))
                .as("nobody asks for readiness' sake")
                .hasSize(asked);
        assertThat(chat().status()).isEqualTo(200);
        assertThat(get("/health/ready").status()).isEqualTo(200);
        assertThat(get("/metrics").body())
                .contains("glimprouter_replica_state{replica=\"0\",role=\"large\"} 0.0");
    }

    @Test
    void whereSmallGoesOnAloneTheGatewayStaysReady() throws IOException {
        serve("on-large-down: small");
        up.set(false);
        chat();

        assertThat(get("/metrics").body())
                .contains("glimprouter_replica_state{replica=\"0\",role=\"large\"} 3.0");
        Got ready = get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.body()).contains("\"ready\"").contains("\"down\":[\"large\"]");
    }

    @Test
    void largeGoesOnWithoutSmall() throws IOException {
        serve("");
        smallUp.set(false);
        assertThat(chat().status()).isEqualTo(200);

        assertThat(get("/metrics").body())
                .contains("glimprouter_replica_state{replica=\"0\",role=\"small\"} 3.0");
        Got ready = get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.body()).contains("\"ready\"").contains("\"down\":[\"small\"]");
        assertThat(chat().status()).isEqualTo(200);
    }

    @Test
    void nobodyGoesOnWhereBothAreDown() throws IOException {
        serve("on-large-down: small");
        up.set(false);
        smallUp.set(false);
        assertThat(chat().status()).isEqualTo(503);

        Got unready = get("/health/ready");
        assertThat(unready.status()).isEqualTo(503);
        assertThat(unready.body()).contains("\"down\":[\"small\",\"large\"]");
    }

    @Test
    void aModelThatTheStrategyDoesNotUseIsNotMissed() throws IOException {
        serve("strategy: small");
        up.set(false);

        assertThat(chat().status()).isEqualTo(200);
        assertThat(get("/health/ready").body()).contains("\"ready\"").doesNotContain("down");

        smallUp.set(false);
        assertThat(chat().status()).isEqualTo(503);
        Got unready = get("/health/ready");
        assertThat(unready.status()).isEqualTo(503);
        assertThat(unready.body()).contains("\"down\":[\"small\"]");
    }
}
