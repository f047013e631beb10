package dev.glimprouter.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** docs/trace.md shows what the code does. */
class TraceDocsTest {

    private static final Path DOCS = Path.of("../docs/trace.md");
    private static final Path EXAMPLE = Path.of("src/test/resources/traces/v1/two-and-two.jsonl");

    @Test
    void theExampleIsMadeOfLinesOfATrace() throws IOException {
        List<String> shown = block("jsonl").lines().toList();

        assertThat(Files.readAllLines(EXAMPLE)).containsSubsequence(shown);
        assertThat(shown).hasSizeGreaterThan(5);
    }

    @Test
    void theObjectIsThatOfTheTrace() throws IOException {
        JsonNode object = JsonMapper.shared().readTree(ResultJson.of(Trace.read(EXAMPLE).events()));

        assertThat(JsonMapper.shared().readTree(block("json"))).isEqualTo(object);
    }

    @ParameterizedTest
    @EnumSource(RandomEvents.Kind.class)
    void everyTypeOfEventHasItsRow(RandomEvents.Kind kind) throws IOException {
        assertThat(Files.readString(DOCS))
                .contains(
                        "\n| `%s` | "
                                .formatted(kind.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    @Test
    void everyFieldIsNamed() throws IOException {
        String docs = Files.readString(DOCS);
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(GoldenTraceTest.V1)) {
            collectNames(JsonMapper.shared().readTree(line), names);
        }

        assertThat(names).hasSizeGreaterThan(60).allMatch(name -> docs.matches(in(name)));
    }

    private static String in(String name) {
        return "(?s).*[`.]" + name + "[`.].*";
    }

    private static void collectNames(JsonNode node, Set<String> names) {
        names.addAll(node.propertyNames());
        node.values().forEach(child -> collectNames(child, names));
    }

    private static String block(String language) throws IOException {
        String docs = Files.readString(DOCS);
        String fence = "```" + language + "\n";
        int from = docs.indexOf(fence) + fence.length();
        return docs.substring(from, docs.indexOf("\n```", from));
    }
}
