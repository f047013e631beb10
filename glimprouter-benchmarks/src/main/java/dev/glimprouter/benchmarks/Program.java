package dev.glimprouter.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Another process that answers each line with a line, and ends when it is closed. */
public record Program(Process process, BufferedReader answers, Writer orders)
        implements AutoCloseable {

    /** Starts one. */
    public static Program start(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new Program(
                process,
                process.inputReader(StandardCharsets.US_ASCII),
                process.outputWriter(StandardCharsets.US_ASCII));
    }

    /** Sends a line. */
    public void order(String line) throws IOException {
        orders.write(line + "\n");
        orders.flush();
    }

    /** The next line of its answers. */
    public String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the program ended: " + process.info().commandLine());
        }
        return line;
    }

    /** Sends a line, and waits for the answer. */
    public String ask(String line) throws IOException {
        order(line);
        return answer();
    }

    @Override
    public void close() throws IOException {
        orders.close();
    }
}
