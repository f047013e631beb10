package dev.glimprouter.llamacpp.internal.natives;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.Optional;

/** This machine with a cache of its own and an otherwise empty environment. */
record RealMachine(Path cache) implements Machine {

    /** Skips the test, and says so, where this build has no natives. */
    static void requirePacked(NativeLibraries libraries) {
        if (!libraries.arePacked()) {
            System.err.println("SKIPPED, no natives: this build was made without npm");
            abort("this build has no natives");
        }
    }

    @Override
    public Optional<String> environment(String name) {
        return name.equals("GLIMPROUTER_CACHE") ? Optional.of(cache.toString()) : Optional.empty();
    }

    @Override
    public String property(String name) {
        return Machine.local().property(name);
    }

    @Override
    public boolean exists(Path path) {
        return Machine.local().exists(path);
    }
}
