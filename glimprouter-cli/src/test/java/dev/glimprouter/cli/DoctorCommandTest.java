package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.llamacpp.LlamaCppReport;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What {@code doctor} says and how it ends. */
class DoctorCommandTest {

    private static final String RATES = "prefill 100.0 tokens/s, decode 10.0 tokens/s";

    @TempDir Path folder;

    /** Both models read 100 and write 10 tokens a second. */
    private Stage stage() {
        return Stage.with(folder, slow(), slow());
    }

    private static ScriptedEngine slow() {
        Reply endless = Reply.endless("a ", "b ").pace(Duration.ofMillis(100));
        return ScriptedEngine.of(endless).withPrefill(10_000_000);
    }

    static void needNatives() {
        try {
            LlamaCppReport.of(Optional.empty());
        } catch (SetupException missing) {
            System.err.println("SKIPPED, no natives: " + missing.getMessage());
            abort("no natives: " + missing.getMessage());
        }
    }

    private static List<String> lines(Stage stage, String topic) {
        return stage.out().lines().filter(line -> line.startsWith(topic)).toList();
    }

    @Test
    void allIsHere() {
        needNatives();
        Stage stage = stage();

        assertThat(stage.run("doctor")).isZero();

        assertThat(lines(stage, "Natives ")).singleElement().asString().contains("llama.cpp");
        assertThat(lines(stage, "Model "))
                .allSatisfy(line -> assertThat(line).contains(RATES))
                .satisfiesExactly(
                        small -> assertThat(small).startsWith("Model    tiny-small: here, runs;"),
                        large -> assertThat(large).startsWith("Model    tiny-large: here, runs;"));
        assertThat(stage.out()).endsWith("Verdict  all is here\n");
        assertThat(stage.err()).isEqualTo("Trying tiny-small ...\nTrying tiny-large ...\n");
        assertThat(stage.small.openSessions()).isZero();
    }

    @Test
    void theMachineIsTold() {
        Stage stage = stage();

        stage.run("doctor", "tiny-small");

        assertThat(lines(stage, "Java "))
                .containsExactly(
                        "Java     %s in %s"
                                .formatted(Runtime.version(), System.getProperty("java.home")));
        assertThat(lines(stage, "System "))
                .singleElement()
                .asString()
                .endsWith("%d cores".formatted(Runtime.getRuntime().availableProcessors()));
        assertThat(lines(stage, "Memory "))
                .singleElement()
                .asString()
                .matches("Memory   [\\d.]+ [MG]B, [\\d.]+ [MG]B of it free");
        assertThat(lines(stage, "Store "))
                .singleElement()
                .asString()
                .startsWith("Store    " + folder + ", ");
    }

    @Test
    void freeMemoryIsPartOfAllMemory() {
        MachineFacts machine = MachineFacts.local();

        assertThat(machine.totalBytes()).isPositive();
        assertThat(machine.freeBytes()).isPositive().isLessThanOrEqualTo(machine.totalBytes());
    }

    @Test
    void whatIsMissingIsAProblemWithItsRepair() {
        Stage stage = stage();
        stage.stocked = false;

        assertThat(stage.run("doctor", "tiny-small", "nowhere.gguf")).isEqualTo(3);

        assertThat(lines(stage, "Model "))
                .containsExactly("Model    tiny-small: missing", "Model    nowhere.gguf: missing");
        assertThat(lines(stage, "Problem "))
                .contains(
                        "Problem  The model tiny-small is not here: ./glimprouter models pull tiny-small",
                        "Problem  There is no file nowhere.gguf: check the path.");
        assertThat(lines(stage, "Verdict ")).singleElement().asString().endsWith("to repair");
        assertThat(stage.opened).isEmpty();
    }

    @Test
    void withoutNativesNoModelIsTried() {
        Stage stage = stage();

        assertThat(stage.run("doctor", "--lib-dir", folder.toString())).isEqualTo(3);

        assertThat(lines(stage, "Natives ")).containsExactly("Natives  not usable");
        assertThat(lines(stage, "Model "))
                .containsExactly(
                        "Model    tiny-small: here, not tried",
                        "Model    tiny-large: here, not tried");
        assertThat(stage.opened).isEmpty();
    }

    @Test
    void aModelThatDoesNotRunIsAProblem() {
        needNatives();
        Stage stage = stage().refusing(new SetupException("Damaged: pull it again."));

        assertThat(stage.run("doctor", "tiny-small")).isEqualTo(3);

        assertThat(lines(stage, "Model ")).containsExactly("Model    tiny-small: does not run");
        assertThat(lines(stage, "Problem ")).containsExactly("Problem  Damaged: pull it again.");
    }

    @Test
    void jsonHasUnitsInItsNames() {
        needNatives();
        Stage stage = stage();

        assertThat(stage.run("doctor", "--json", "tiny-small")).isZero();

        assertThat(stage.out()).hasLineCount(1);
        JsonNode object = JsonMapper.shared().readTree(stage.out());
        assertThat(object.propertyNames())
                .containsExactly(
                        "well",
                        "java",
                        "os",
                        "cores",
                        "memoryBytes",
                        "freeMemoryBytes",
                        "natives",
                        "gpuPackages",
                        "store",
                        "freeDiskBytes",
                        "models",
                        "servers",
                        "hints",
                        "problems");
        assertThat(object.get("well").asBoolean()).isTrue();
        assertThat(object.get("store").asString()).isEqualTo(folder.toString());
        assertThat(object.get("natives").get("version").asString()).isNotBlank();
        JsonNode model = object.get("models").get(0);
        assertThat(model.get("model").asString()).isEqualTo("tiny-small");
        assertThat(model.get("decodeTokensPerSecond").asDouble()).isEqualTo(10.0);
        assertThat(model.get("prefillTokensPerSecond").asDouble()).isEqualTo(100.0);
    }

    @Test
    void jsonOfProblemsHasNoNatives() {
        Stage stage = stage();
        stage.stocked = false;

        assertThat(stage.run("doctor", "--json", "--lib-dir", folder.toString())).isEqualTo(3);

        JsonNode object = JsonMapper.shared().readTree(stage.out());
        assertThat(object.get("well").asBoolean()).isFalse();
        assertThat(object.get("natives").isNull()).isTrue();
        assertThat(object.get("models").get(0).has("decodeTokensPerSecond")).isFalse();
        assertThat(object.get("problems").size()).isEqualTo(3);
    }
}
