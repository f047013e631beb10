package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.example.ProviderFinder;
import dev.glimprouter.template.ChatTemplate;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The provider is found as a service by programs of either kind. */
class DiscoveryTest {

    private static final String PROVIDER = "found dev.glimprouter.llamacpp.LlamaCppProvider ";

    private static final String OURS =
            String.join(
                    File.pathSeparator,
                    Stream.of(LlamaEngine.class, Engine.class, ChatTemplate.class)
                            .map(ChildJvm::folder)
                            .toList());

    @Test
    void itIsFoundOnTheClassPath() throws IOException {
        String path = OURS + File.pathSeparator + ChildJvm.testClasses();

        assertThat(output("--class-path", path)).containsExactly(PROVIDER + false, "end");
    }

    @Test
    void itIsFoundOnTheModulePath() throws IOException {
        assertThat(
                        output(
                                "--module-path",
                                OURS,
                                "--add-modules",
                                "dev.glimprouter.llamacpp",
                                "--class-path",
                                ChildJvm.testClasses()))
                .containsExactly(PROVIDER + true, "end");
    }

    private static List<String> output(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(ChildJvm.java()));
        words.addAll(List.of(options));
        words.add(ProviderFinder.class.getName());
        Process child =
                new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var lines = child.inputReader()) {
            return lines.lines().toList();
        } finally {
            child.destroyForcibly();
        }
    }
}
