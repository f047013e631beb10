package dev.glimprouter.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * Where a question was asked.
 *
 * @param glimprouter version of this project
 * @param java version of the Java runtime, with its build
 * @param os name and version of the operating system
 * @param arch architecture of the processor, as Java names it
 * @param cores processors that the Java runtime may use
 */
public record Environment(String glimprouter, String java, String os, String arch, int cores) {

    private static final String VERSION_FILE = "version.properties";

    /** Checks for nulls. */
    public Environment {
        Objects.requireNonNull(glimprouter, "glimprouter");
        Objects.requireNonNull(java, "java");
        Objects.requireNonNull(os, "os");
        Objects.requireNonNull(arch, "arch");
    }

    /** This process's. */
    public static Environment current() {
        return new Environment(
                version(),
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = Environment.class.getResourceAsStream(VERSION_FILE)) {
            properties.load(Objects.requireNonNull(in, VERSION_FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
