package dev.glimprouter.eval.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.runner.Contestant;

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
import java.util.stream.Stream;

/** docs/plan.md names what {@code plan --json} prints. */
class PlanDocsTest {

    private static final Path DOCS = Path.of("../docs/plan.md");

    @TempDir Path folder;

    @Test
    void everyFieldIsInTheDocs() throws IOException {
        PlanExam exam = new PlanExam(folder);
        Recordings fitted = exam.record(0, 3, "glimpse(tau=1.0)");
        PlanCheck check =
                PlanCheck.of(
                        fitted,
                        exam.record(3, 6, "glimpse(tau=1.0)"),
                        fitted.speeds(),
                        Assumptions.NONE);
        PlanRequest request =
                new PlanRequest(
                        Stream.of("glimpse(tau=1.0)", "large")
                                .map(text -> Contestant.parse(text, PlanExam.RULES))
                                .toList(),
                        fitted.speeds(),
                        List.of(),
                        Prices.NONE,
                        Assumptions.NONE,
                        1);
        String json = PlanJson.of(Plan.of(fitted, request).with(check.rows(), check.notes()));

        Set<String> names = new TreeSet<>();
        collect(JsonMapper.shared().readTree(json), names);

        String docs = Files.readString(DOCS);
        assertThat(names).contains("scenarios", "verdict", "ownWorkError");
        assertThat(names)
                .allSatisfy(name -> assertThat(docs).containsPattern("`\\.*" + name + "`"));
    }

    private static void collect(JsonNode node, Set<String> names) {
        names.addAll(node.propertyNames());
        node.forEach(child -> collect(child, names));
    }
}
