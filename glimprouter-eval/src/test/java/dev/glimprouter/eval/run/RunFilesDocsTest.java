package dev.glimprouter.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.internal.run.RunHeaderCodec;
import dev.glimprouter.trace.internal.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** docs/run-files.md shows what the code does, and what it did in version 1. */
class RunFilesDocsTest {

    private static final Path DOCS = Path.of("../docs/run-files.md");

    @TempDir Path folder;

    @Test
    void theExampleIsARun() throws IOException {
        Path file = folder.resolve("run.jsonl");
        Files.writeString(file, example());

        try (RunReader reader = RunReader.open(file)) {
            assertThat(reader.header()).isEqualTo(SampleRuns.HEADER);
            assertThat(reader).toIterable().containsExactly(SampleRuns.right("a", 0));
        }
    }

    @Test
    void theExampleIsWhatIsWritten() throws IOException {
        assertThat(example().lines())
                .containsExactly(
                        Json.text(RunHeaderCodec.encode(SampleRuns.HEADER)),
                        Json.text(RunEntryCodec.encode(SampleRuns.right("a", 0))));
    }

    @Test
    void everyFieldIsNamed() throws IOException {
        String docs = Files.readString(DOCS).replaceAll("(?s)```.*?```", "");
        Set<String> names = new TreeSet<>();
        for (RunEntry entry : List.of(SampleRuns.right("a", 0), SampleRuns.failed("b", 0))) {
            names.addAll(RunEntryCodec.encode(entry).propertyNames());
        }
        JsonNode header = RunHeaderCodec.encode(SampleRuns.HEADER);
        names.addAll(header.propertyNames());
        for (String part : List.of("data", "prompting")) {
            names.addAll(header.get(part).propertyNames());
        }

        assertThat(names)
                .hasSizeGreaterThan(30)
                .allMatch(name -> docs.matches("(?s).*[`.]" + name + "[`.].*"));
    }

    private static String example() throws IOException {
        String docs = Files.readString(DOCS);
        int from = docs.indexOf("```jsonl\n") + "```jsonl\n".length();
        String lines = docs.substring(from, docs.indexOf("```", from));
        lines.lines().forEach(JsonMapper.shared()::readTree);
        return lines;
    }
}
