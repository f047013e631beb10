package dev.glimprouter.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.glimprouter.models.Catalogue;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.models.ModelStore;
import dev.glimprouter.models.Models;
import dev.glimprouter.strategy.GlimpseBy;
import dev.glimprouter.strategy.LargeDown;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/config.md says what the reader reads. */
class ConfigDocTest {

    private static final Path PAGE = Path.of("../docs/config.md");
    private static final Set<String> INSTEAD_OF_OTHERS = Set.of("pair", "calibrated");

    @TempDir Path folder;
    private String page = "";
    private String example = "";

    @BeforeEach
    void readPage() throws IOException {
        page = Files.readString(PAGE);
        example = page.split("```yaml\n", 2)[1].split("```", 2)[0];
        for (String file : List.of("certificates.pem", "template.jinja")) {
            example = example.replace(file, Files.writeString(folder.resolve(file), "").toString());
        }
        example = example.replace("lib-dir: natives", "lib-dir: " + folder);
    }

    private Config read(String yaml) {
        ModelStore store = new ModelStore(folder, Catalogue.bundled());
        return new ConfigReader(Models.of(store)).read("config.md", yaml);
    }

    @Test
    void theExampleIsRead() {
        Config config = read(example);

        assertThat(config.small().model())
                .map(ModelRef::text)
                .contains("http://gpu-1:8001/v1#qwen3-4b");
        assertThat(config.small().servers().profile()).contains("vllm");
        assertThat(config.small().servers().timeouts().firstToken()).hasMinutes(2);
        assertThat(config.small().servers().retries().most()).isEqualTo(5);
        assertThat(config.small().servers().breaker().failures()).isEqualTo(5);
        assertThat(config.small().key()).contains(new KeyReference("env:SMALL_KEY"));
        assertThat(config.large().model())
                .map(ModelRef::text)
                .contains("https://gpu-2:8443/v1,https://gpu-3:8443/v1#r1-32b");
        assertThat(config.large().servers().authority()).isPresent();
        assertThat(config.strategy().strategy().name()).isEqualTo("glimpse(tau=0.8)");
        assertThat(config.rules().largeDown()).isEqualTo(LargeDown.WAIT);
        assertThat(config.rules().glimpseBy()).isEqualTo(GlimpseBy.STREAM);
        assertThat(config.rules().deadline()).contains(Duration.ofMinutes(15));
        assertThat(config.rules().sampling().topK()).isEqualTo(40);
        assertThat(config.seed()).contains(7L);
        assertThat(config.instruction().orElseThrow()).startsWith("Think step by step inside");
        assertThat(config.engine().context()).contains(16_384);
        assertThat(config.engine().options().threads()).isEqualTo(4);
        assertThat(config.serve().parallel()).contains(4);
        assertThat(config.serve().settings().access().keys().owner("foo")).contains("team-a");
        assertThat(config.serve().profiles()).containsOnlyKeys("careful", "quick");
    }

    @Test
    void readTwiceItIsEqual() {
        assertThat(read(example)).isEqualTo(read(example)).hasSameHashCodeAs(read(example));
    }

    @Test
    void theTablesNameEveryKeyAndNoOther() {
        String[] tables =
                page.split("In `small` and `large`:|In `serve`:|In `serve.limits.NAME`", 4);

        assertThat(inTable(tables[0])).isEqualTo(known("zzzzzzzzzzzz: 1"));
        assertThat(inTable(tables[1])).isEqualTo(known("small: {zzzzzzzzzzzz: 1}"));
        assertThat(inTable(tables[2])).isEqualTo(known("serve: {zzzzzzzzzzzz: 1}"));
        assertThat(inTable(tables[3]))
                .isEqualTo(known("serve: {limits: {default: {zzzzzzzzzzzz: 1}}}"));
    }

    @Test
    void theExampleHasEveryKey() {
        for (String key : known("zzzzzzzzzzzz: 1")) {
            assertThat(
                            INSTEAD_OF_OTHERS.contains(key)
                                    || example.contains("\n" + key + ":")
                                    || example.startsWith(key))
                    .as(key)
                    .isTrue();
        }
        for (String key : known("small: {zzzzzzzzzzzz: 1}")) {
            assertThat(example).contains("\n  " + key + ":");
        }
        for (String key : known("serve: {zzzzzzzzzzzz: 1}")) {
            assertThat(key.equals("keys-file") || example.contains("\n  " + key + ":"))
                    .as(key)
                    .isTrue();
        }
    }

    /** The keys that the reader names where it meets one that is like none of them. */
    private Set<String> known(String yaml) {
        String message =
                Optional.ofNullable(catchThrowable(() -> read(yaml)).getMessage()).orElse("");
        String names = message.split("known are ", 2)[1].replaceFirst("\\.$", "");
        return Set.of(names.split(", ", -1));
    }

    /** The keys in the first column of a table. */
    private static Set<String> inTable(String text) {
        Stream<String> rows = text.lines().filter(line -> line.startsWith("| `"));
        return rows.map(row -> row.split(" \\| ", 2)[0])
                .flatMap(cell -> Pattern.compile("`([a-z-]+)`").matcher(cell).results())
                .map((MatchResult name) -> name.group(1))
                .collect(Collectors.toSet());
    }
}
