package dev.glimprouter.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class CacheFolderTest {

    private static final Path HOME = Path.of("home").toAbsolutePath();

    private static Path folder(String system, Map<String, String> environment) {
        return CacheFolder.of(environment, system, HOME);
    }

    @Test
    void isTheOperatingSystemsPlace() {
        assertThat(folder("Linux", Map.of())).isEqualTo(HOME.resolve(".cache/glimprouter/models"));
        assertThat(folder("Mac OS X", Map.of()))
                .isEqualTo(HOME.resolve("Library/Caches/glimprouter/models"));
        assertThat(folder("Windows 11", Map.of("LOCALAPPDATA", HOME + "/Local")))
                .isEqualTo(HOME.resolve("Local/glimprouter/models"));
    }

    @Test
    void followsTheUsersCacheHome() {
        Path cache = HOME.resolve("elsewhere");
        assertThat(folder("Linux", Map.of("XDG_CACHE_HOME", cache.toString())))
                .isEqualTo(cache.resolve("glimprouter/models"));
    }

    @Test
    void ignoresARelativeCacheHome() {
        assertThat(folder("Linux", Map.of("XDG_CACHE_HOME", "here")))
                .isEqualTo(HOME.resolve(".cache/glimprouter/models"));
    }

    @Test
    void isExactlyWhatTheUserChose() {
        Path chosen = HOME.resolve("my models");
        assertThat(folder("Mac OS X", Map.of("GLIMPROUTER_CACHE", chosen.toString())))
                .isEqualTo(chosen);
    }
}
