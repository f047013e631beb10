package dev.glimprouter.llamacpp.internal.natives;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What this package asks of the machine it runs on. Thread-safe. */
public interface Machine {

    /** The value of an environment variable; empty where it is unset or blank. */
    Optional<String> environment(String name);

    /** The value of a Java system property; blank where it is unset. */
    String property(String name);

    /** Whether there is a file or directory at this path. */
    boolean exists(Path path);

    /** The machine that runs this JVM. */
    static Machine local() {
        return Local.INSTANCE;
    }

    /** The only implementation outside tests. */
    enum Local implements Machine {
        /** The machine that runs this JVM. */
        INSTANCE;

        @Override
        public Optional<String> environment(String name) {
            return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
        }

        @Override
        public String property(String name) {
            return System.getProperty(name, "");
        }

        @Override
        public boolean exists(Path path) {
            return Files.exists(path);
        }
    }
}
