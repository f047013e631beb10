package dev.glimprouter.llamacpp.internal.natives;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class CacheDirectoryTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, /home/ada/.cache/glimprouter",
        "Mac OS X, aarch64, /home/ada/Library/Caches/glimprouter",
        "Windows 11, amd64, /home/ada/AppData/Local/glimprouter"
    })
    void standsWhereThePlatformKeepsCaches(String os, String arch, Path expected) {
        assertThat(CacheDirectory.of(FakeMachine.of(os, arch))).isEqualTo(expected);
    }

    @Test
    void followsXdgOnLinux() {
        var machine = FakeMachine.of("Linux", "amd64").withEnvironment("XDG_CACHE_HOME", "/big");

        assertThat(CacheDirectory.of(machine)).isEqualTo(Path.of("/big/glimprouter"));
    }

    @Test
    void ourOwnVariableWins() {
        var machine =
                FakeMachine.of("Linux", "amd64")
                        .withEnvironment("XDG_CACHE_HOME", "/big")
                        .withEnvironment("GLIMPROUTER_CACHE", "/mine");

        assertThat(CacheDirectory.of(machine)).isEqualTo(Path.of("/mine"));
    }
}
