package dev.glimprouter.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code ./glimprouter serve} in a process of its own, which does not outlive this one. */
final class GatewayProcess implements AutoCloseable {

    private static final int SHOWN_LINES = 20;

    private final Process process;
    private final URI base;
    private final Path errors;

    private GatewayProcess(Process process, URI base, Path errors) {
        this.process = process;
        this.base = base;
        this.errors = errors;
    }

    /**
     * Starts one, and waits until it serves.
     *
     * @param config its file
     * @param javaOptions options for its Java
     * @param errors where its standard error goes
     */
    static GatewayProcess start(Path config, String javaOptions, Path errors) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("./glimprouter", "serve", "--config", config.toString())
                        .redirectError(errors.toFile());
        builder.environment().put("GLIMPROUTER_JAVA_OPTS", javaOptions);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the gateway did not start: " + Files.readString(errors));
        }
        return new GatewayProcess(process, URI.create(line), errors);
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return base.getPort();
    }

    ProcessFacts facts() throws IOException {
        return ProcessFacts.of(pid());
    }

    /** Its last words on standard error. */
    String lastWords() throws IOException {
        var lines = Files.readAllLines(errors);
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }

    /** Asks it to end. */
    void terminate() {
        process.destroy();
    }

    /** Ends it as the system does when memory runs out. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits for its end; its exit code. */
    int awaitEnd(Duration most) throws InterruptedException {
        if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the gateway did not end within " + most);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
