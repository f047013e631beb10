package dev.glimprouter.eval.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.curve.Curve;
import dev.glimprouter.eval.curve.CurveJson;
import dev.glimprouter.eval.curve.CurvePlan;

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

/** docs/calibration.md names every field that is written. */
class CalibrationDocsTest {

    private static final Path DOCS = Path.of("../docs/calibration.md");

    @TempDir Path folder;

    private static Set<String> names(JsonNode node, String butNotIn) {
        Set<String> names = new TreeSet<>(node.propertyNames());
        for (JsonNode child : node) {
            names.addAll(names(child, butNotIn));
        }
        if (node.has(butNotIn)) {
            names.removeAll(names(node.get(butNotIn), ""));
            names.addAll(node.propertyNames());
        }
        return names;
    }

    private static void assertNamed(String json, int least) throws IOException {
        String docs = Files.readString(DOCS);

        assertThat(names(JsonMapper.shared().readTree(json), "run"))
                .hasSizeGreaterThan(least)
                .allMatch(name -> docs.matches("(?s).*[`.]" + name + "`.*"));
    }

    @Test
    void ofAProfile() throws IOException {
        Profile profile = new Sums(folder, 12).profile("glimpse", new Target.NoLoss(0.9));

        assertNamed(ProfileText.json(profile), 20);
    }

    @Test
    void ofACurve() throws IOException {
        Sums sums = new Sums(folder, 4);
        CurvePlan plan =
                new CurvePlan(
                        sums.questions(),
                        Tunable.parse("glimpse", Sums.RULES),
                        List.of(0.5),
                        1,
                        List.of());

        assertNamed(CurveJson.of(Curve.of(plan, sums.runner())), 15);
    }
}
