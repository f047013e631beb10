package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A {@code serve} that runs, seen by its clients. */
final class Served {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Served() {}

    /** Serves on a thread of its own; the exit code, once there is one. */
    static CompletableFuture<Integer> serve(Stage stage, String... options) {
        String[] args =
                Stream.concat(Stream.of("serve"), Arrays.stream(options)).toArray(String[]::new);
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> code.complete(stage.run(args)));
        return code;
    }

    /** The base URL, once it is told. */
    static String base(Stage stage) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!stage.out().contains("\n")) {
            assertThat(System.nanoTime()).as(stage.err()).isLessThan(end);
            Thread.onSpinWait();
        }
        return stage.out().strip();
    }

    /** What came back. */
    record Got(int status, String body) {}

    static Got ask(String base, String header, String value) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + "/chat/completions").toURL().openConnection();
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty(header, value);
        connection.setDoOutput(true);
        connection
                .getOutputStream()
                .write(
                        "{\"model\":\"glimprouter\",\"messages\":[{\"role\":\"user\",\"content\":\"2 and 2?\"}]}"
                                .getBytes(StandardCharsets.UTF_8));
        int status = connection.getResponseCode();
        try (InputStream in =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Got(status, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Lets time pass until standard error tells of something. */
    static void await(Stage stage, String text) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!stage.err().contains(text)) {
            assertThat(System.nanoTime()).as(stage.err()).isLessThan(end);
            stage.time.advance(Duration.ofSeconds(2));
        }
    }
}
