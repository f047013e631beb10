package dev.glimprouter.llamacpp.internal.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.SetupException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x64, @node-llama-cpp/linux-x64",
        "Linux, aarch64, linux-arm64, @node-llama-cpp/linux-arm64",
        "Mac OS X, aarch64, mac-arm64, @node-llama-cpp/mac-arm64-metal",
        "Mac OS X, x86_64, mac-x64, @node-llama-cpp/mac-x64",
        "Windows 11, amd64, win-x64, @node-llama-cpp/win-x64",
        "Windows 11, aarch64, win-arm64, @node-llama-cpp/win-arm64"
    })
    void namesEachPlatformAsNpmDoes(String os, String arch, String id, String npmPackage) {
        Platform platform = Platform.of(FakeMachine.of(os, arch));

        assertThat(platform.id()).isEqualTo(id);
        assertThat(platform.npmPackage()).isEqualTo(npmPackage);
    }

    @ParameterizedTest
    @CsvSource({"Linux, riscv64", "AIX, ppc64", "SunOS, amd64"})
    void refusesAPlatformWithoutNatives(String os, String arch) {
        assertThatThrownBy(() -> Platform.of(FakeMachine.of(os, arch)))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("--lib-dir");
    }

    @Test
    void everyPackageIsInTheLockFileAtTheVersionThatMessagesName() throws IOException {
        String lock = Files.readString(Path.of("src/main/npm/package-lock.json"));

        for (Platform.Os os : Platform.Os.values()) {
            for (Platform.Arch arch : Platform.Arch.values()) {
                String name = new Platform(os, arch).npmPackage();
                assertThat(lock).contains("\"" + name + "\": \"" + Platform.VERSION + "\"");
            }
        }
    }

    @Test
    void theLockFileNamesNoAddress() throws IOException {
        assertThat(Path.of("src/main/npm/package-lock.json"))
                .content()
                .doesNotContain("resolved", "://");
    }
}
