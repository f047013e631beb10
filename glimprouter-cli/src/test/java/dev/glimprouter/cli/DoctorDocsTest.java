package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.llamacpp.LlamaCppReport;
import dev.glimprouter.openai.Finding;
import dev.glimprouter.openai.ServerFacts;
import dev.glimprouter.openai.ServerReport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** docs/doctor.md names what {@code doctor --json} prints. */
class DoctorDocsTest {

    private static final Path DOCS = Path.of("../docs/doctor.md");
    private static final EngineInfo ENGINE = new EngineInfo("vllm", "1", "tiny", 0, 4096, 1);

    private static DoctorReport report() {
        ServerFacts facts =
                new ServerFacts(
                        ENGINE,
                        ServerFacts.PromptForm.TOKENS,
                        new ServerFacts.Glimpse(20, 20, ServerFacts.Distribution.RAW),
                        ServerFacts.StopText.KEPT,
                        new ServerFacts.PromptCount(
                                OptionalInt.of(9), ServerFacts.Begin.RIGHT, OptionalInt.of(8)),
                        new ServerFacts.Abort(ServerFacts.Abort.End.IDLE, 1, OptionalInt.of(1)),
                        new ServerFacts.Speed(1, 1, 1, 1, true));
        ServerReport server =
                new ServerReport(
                        URI.create("http://host"),
                        Optional.of(facts),
                        List.of(new Finding(Finding.Topic.CACHE, false, "Hm.")));
        return new DoctorReport(
                new MachineFacts("25", "/jdk", "Linux", 2, 2, 1),
                Optional.of(new LlamaCppReport("1", Path.of("natives"), "", List.of())),
                List.of(
                        new LlamaCppReport.GpuHint(
                                "cuda", "a card", "", Optional.empty(), Optional.empty())),
                Path.of("models"),
                1,
                List.of(ModelCheck.running("tiny", ENGINE, new SpeedCheck(1, 1, 1, 1))),
                List.of(server),
                List.of());
    }

    @Test
    void everyFieldIsNamed() throws IOException {
        String docs = Files.readString(DOCS);
        Set<String> names = new TreeSet<>();
        collectNames(JsonMapper.shared().readTree(DoctorJson.of(report())), names);

        assertThat(names)
                .hasSizeGreaterThan(45)
                .allSatisfy(name -> assertThat(docs).contains("`" + name + "`"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ServerFacts.PromptForm.class,
                ServerFacts.Distribution.class,
                ServerFacts.StopText.class,
                ServerFacts.Begin.class,
                ServerFacts.Abort.End.class,
                Finding.Topic.class
            })
    void everyWordIsExplained(Class<? extends Enum<?>> type) throws IOException {
        String docs = Files.readString(DOCS);

        assertThat(Arrays.stream(type.getEnumConstants()).map(DoctorDocsTest::word))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(docs).contains("`" + word + "`"));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void collectNames(JsonNode node, Set<String> names) {
        names.addAll(node.propertyNames());
        node.values().forEach(child -> collectNames(child, names));
    }
}
