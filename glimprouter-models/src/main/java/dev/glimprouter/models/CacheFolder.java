package dev.glimprouter.models;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the user's models are kept: {@code GLIMPROUTER_CACHE} if it is set, otherwise {@code
 * glimprouter/models} in the cache folder of the operating system.
 */
final class CacheFolder {

    private CacheFolder() {}

    static Path ofUser() {
        return of(
                System.getenv(),
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")));
    }

    static Path of(Map<String, String> environment, String system, Path home) {
        Optional<Path> chosen = folder(environment, "GLIMPROUTER_CACHE");
        if (chosen.isPresent()) {
            return chosen.get().toAbsolutePath();
        }
        String name = system.toLowerCase(Locale.ROOT);
        Path caches;
        if (name.startsWith("windows")) {
            caches = folder(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
        } else if (name.startsWith("mac")) {
            caches = home.resolve("Library/Caches");
        } else {
            caches =
                    folder(environment, "XDG_CACHE_HOME")
                            .filter(Path::isAbsolute)
                            .orElse(home.resolve(".cache"));
        }
        return caches.resolve("glimprouter").resolve("models");
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
