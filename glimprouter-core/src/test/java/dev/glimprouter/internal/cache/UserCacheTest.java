package dev.glimprouter.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class UserCacheTest {

    private static final Path HOME = Path.of("home").toAbsolutePath();

    private static Path folder(String system, Map<String, String> environment) {
        return UserCache.of(name -> Optional.ofNullable(environment.get(name)), system, HOME);
    }

    @Test
    void isTheOperatingSystemsPlace() {
        assertThat(folder("Linux", Map.of())).isEqualTo(HOME.resolve(".cache/glimprouter"));
        assertThat(folder("Mac OS X", Map.of()))
                .isEqualTo(HOME.resolve("Library/Caches/glimprouter"));
        assertThat(folder("Windows 11", Map.of()))
                .isEqualTo(HOME.resolve("AppData/Local/glimprouter"));
        assertThat(folder("Windows 11", Map.of("LOCALAPPDATA", HOME + "/Local")))
                .isEqualTo(HOME.resolve("Local/glimprouter"));
    }

    @Test
    void followsTheUsersCacheHome() {
        Path cache = HOME.resolve("elsewhere");
        assertThat(folder("Linux", Map.of("XDG_CACHE_HOME", cache.toString())))
                .isEqualTo(cache.resolve("glimprouter"));
    }

    @Test
    void ignoresARelativeCacheHome() {
        assertThat(folder("Linux", Map.of("XDG_CACHE_HOME", "here")))
                .isEqualTo(HOME.resolve(".cache/glimprouter"));
    }

    @Test
    void isExactlyWhatTheUserChose() {
        Path chosen = HOME.resolve("my files");
        assertThat(
                        folder(
                                "Linux",
                                Map.of(
                                        "GLIMPROUTER_CACHE",
                                        chosen.toString(),
                                        "XDG_CACHE_HOME",
                                        HOME.toString())))
                .isEqualTo(chosen);
    }

    @Test
    void ignoresABlankChoice() {
        assertThat(folder("Linux", Map.of("GLIMPROUTER_CACHE", " ")))
                .isEqualTo(HOME.resolve(".cache/glimprouter"));
    }
}
