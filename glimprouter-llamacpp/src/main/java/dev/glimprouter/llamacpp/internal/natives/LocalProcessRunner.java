package dev.glimprouter.llamacpp.internal.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Real processes. Only the end of what they say is kept. */
final class LocalProcessRunner implements ProcessRunner {

    private static final int KEPT_BYTES = 8192;

    @Override
    public Ending run(List<String> command, Duration longest)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD);
        // ggml would otherwise start a debugger on its own process before it aborts.
        builder.environment().put("GGML_NO_BACKTRACE", "1");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            CompletableFuture<String> said =
                    CompletableFuture.supplyAsync(
                            () -> end(process.getErrorStream()), Thread::startVirtualThread);
            boolean ended = process.waitFor(longest.toNanos(), TimeUnit.NANOSECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            OptionalInt exitCode =
                    ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
            return new Ending(exitCode, lastLine(said.get()));
        } catch (ExecutionException problem) {
            throw new IOException("the error stream broke", problem);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String end(InputStream stream) {
        byte[] kept = new byte[2 * KEPT_BYTES];
        int size = 0;
        try (stream) {
            while (true) {
                int read = stream.read(kept, size, kept.length - size);
                if (read < 0) {
                    return new String(kept, 0, size, Charset.defaultCharset());
                }
                size += read;
                if (size > KEPT_BYTES) {
                    byte[] end = Arrays.copyOfRange(kept, size - KEPT_BYTES, size);
                    System.arraycopy(end, 0, kept, 0, KEPT_BYTES);
                    size = KEPT_BYTES;
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String lastLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (_, b) -> b);
    }
}
