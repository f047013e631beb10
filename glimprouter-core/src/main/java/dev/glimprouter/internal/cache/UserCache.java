package dev.glimprouter.internal.cache;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The folder where this user's models, unpacked natives and verdicts are kept: {@code
 * GLIMPROUTER_CACHE} if it is set, otherwise {@code glimprouter} in the cache folder of the
 * operating system.
 */
public final class UserCache {

    private UserCache() {}

    /** The folder on this machine. */
    public static Path ofUser() {
        return of(
                name -> Optional.ofNullable(System.getenv(name)),
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")));
    }

    /**
     * The folder on some machine, absolute.
     *
     * @param environment its variables
     * @param system name of its operating system, as Java calls it
     * @param home the user's home
     */
    public static Path of(
            Function<String, Optional<String>> environment, String system, Path home) {
        return folder(environment, "GLIMPROUTER_CACHE")
                .orElseGet(() -> caches(environment, system, home).resolve("glimprouter"))
                .toAbsolutePath();
    }

    private static Path caches(
            Function<String, Optional<String>> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Caches");
        }
        return folder(environment, "XDG_CACHE_HOME")
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".cache"));
    }

    private static Optional<Path> folder(
            Function<String, Optional<String>> environment, String variable) {
        return environment.apply(variable).filter(value -> !value.isBlank()).map(Path::of);
    }
}
