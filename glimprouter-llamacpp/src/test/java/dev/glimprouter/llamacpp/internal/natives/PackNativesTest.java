package dev.glimprouter.llamacpp.internal.natives;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The build step that packs the natives. */
class PackNativesTest {

    @TempDir Path directory;

    @Test
    void withoutNpmTheBuildGoesOnAndSaysWhatIsMissing() throws Exception {
        Path said = directory.resolve("said");
        Path out = Files.createDirectory(directory.resolve("natives"));

        int code = run(said, out, Files.createDirectory(directory.resolve("no-programs")));

        assertThat(code).isZero();
        assertThat(said)
                .content()
                .contains("[WARNING] Built without natives: npm does not run here")
                .contains("GLIMPROUTER_LIB_DIR");
        assertThat(out).isEmptyDirectory();
    }

    private int run(Path said, Path out, Path programs) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of("..", "tools", "PackNatives.java").toString(),
                        Path.of("src", "main", "npm").toString(),
                        directory.resolve("npm").toString(),
                        out.toString());
        builder.environment().put("PATH", programs.toString());
        builder.redirectErrorStream(true).redirectOutput(said.toFile());
        return builder.start().waitFor();
    }
}
