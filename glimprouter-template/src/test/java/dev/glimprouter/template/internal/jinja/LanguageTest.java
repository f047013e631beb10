package dev.glimprouter.template.internal.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.template.Golden;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Small templates, one construct each, give what Jinja2 gives or fail where it fails. */
class LanguageTest {
    private static final Map<String, Object> VARIABLES = variables();

    @TestFactory
    Stream<DynamicTest> meansWhatJinja2Means() {
        JsonNode probes = Golden.json("template-probes-golden.json");
        return StreamSupport.stream(probes.spliterator(), false)
                .map(
                        probe ->
                                DynamicTest.dynamicTest(
                                        probe.get("template").asString(), () -> check(probe)));
    }

    private static void check(JsonNode probe) {
        String source = probe.get("template").asString();
        if (probe.has("output")) {
            assertThat(render(source)).isEqualTo(probe.get("output").asString());
        } else if (probe.has("raised")) {
            assertThatThrownBy(() -> render(source))
                    .isInstanceOf(RaisedException.class)
                    .hasMessage(probe.get("raised").asString());
        } else {
            assertThatThrownBy(() -> render(source)).isExactlyInstanceOf(JinjaException.class);
        }
    }

    private static String render(String source) {
        return JinjaTemplate.parse(source).render(VARIABLES, 1000, Golden.CLOCK).chars();
    }

    private static Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        Golden.json("template-probe-variables.json")
                .forEachEntry((name, value) -> variables.put(name, java(value)));
        return variables;
    }

    private static Object java(JsonNode value) {
        return JsonMapper.shared().treeToValue(value, Object.class);
    }
}
