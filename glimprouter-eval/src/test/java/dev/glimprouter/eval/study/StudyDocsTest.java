package dev.glimprouter.eval.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.statistics.Bootstrap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** docs/study.md names what is written. */
class StudyDocsTest {

    private static final Path DOCS = Path.of("../docs/study.md");

    @TempDir Path folder;

    @Test
    void everyFieldIsNamed() throws IOException {
        TwoMinds minds = new TwoMinds(folder.resolve("sums.jsonl")).embedding();
        minds.run();
        StudyFile file = StudyFile.read(minds.file);
        Set<String> names = new TreeSet<>();
        JsonNode entry = StudyEntryCodec.encode(file.entries().getFirst());
        names.addAll(entry.propertyNames());
        names.addAll(entry.get("steps").get(0).propertyNames());
        names.addAll(entry.get("steps").get(0).get("small").propertyNames());
        names.addAll(entry.get("forks").get(0).propertyNames());
        names.addAll(StudyHeaderCodec.encode(file.header()).get("study").propertyNames());
        JsonNode study =
                JsonMapper.shared().readTree(StudyJson.of(Study.of(file, new Bootstrap(200, 1))));
        names.addAll(study.propertyNames());
        for (String list : new String[] {"distributions", "bands", "relations", "firstTokens"}) {
            names.addAll(study.get(list).get(0).propertyNames());
        }
        names.addAll(study.get("distributions").get(0).get("humps").propertyNames());
        names.addAll(study.get("forks").get("high").propertyNames());
        names.addAll(study.get("forks").get("high").get("difference").propertyNames());
        names.addAll(study.get("forks").get("highMinusLow").propertyNames());

        String docs = Files.readString(DOCS);

        assertThat(names)
                .hasSizeGreaterThan(50)
                .allMatch(name -> docs.matches("(?s).*[`.]" + name + "[`.\\[].*"));
    }
}
