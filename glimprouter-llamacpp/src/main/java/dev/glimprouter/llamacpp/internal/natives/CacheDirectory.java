package dev.glimprouter.llamacpp.internal.natives;

import java.nio.file.Path;

/** The user's cache folder of this project. */
public final class CacheDirectory {

    private CacheDirectory() {}

    /** {@code GLIMPROUTER_CACHE}, or {@code glimprouter} in the platform's own cache folder. */
    public static Path of(Machine machine) {
        return machine.environment("GLIMPROUTER_CACHE")
                .map(Path::of)
                .orElseGet(() -> platformCache(machine).resolve("glimprouter"))
                .toAbsolutePath();
    }

    private static Path platformCache(Machine machine) {
        Path home = Path.of(machine.property("user.home"));
        return switch (Platform.of(machine).os()) {
            case LINUX ->
                    machine.environment("XDG_CACHE_HOME")
                            .map(Path::of)
                            .filter(Path::isAbsolute)
                            .orElseGet(() -> home.resolve(".cache"));
            case MAC -> home.resolve("Library").resolve("Caches");
            case WINDOWS ->
                    machine.environment("LOCALAPPDATA")
                            .map(Path::of)
                            .orElseGet(() -> home.resolve("AppData").resolve("Local"));
        };
    }
}
