package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.EngineInfo;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code doctor} says of what it found. */
class DoctorTest {

    private static final EngineInfo ENGINE =
            new EngineInfo("llama.cpp", "0.4.0", "tiny", 151_936, 12_288, 190_400_000);
    private static final SpeedCheck SPEED = new SpeedCheck(200, 1_000_000_000, 30, 1_000_000_000);

    private static DoctorReport report(ModelCheck model) {
        return new DoctorReport(
                new MachineFacts("25", "/jdk", "Linux", 2, 8_000_000_000L, 6_000_000_000L),
                Optional.empty(),
                List.of(),
                Path.of("models"),
                1_000_000_000,
                List.of(model),
                List.of(),
                model.problem().stream().toList());
    }

    @Test
    void aModelThatRunsIsToldWithItsSpeedAndMemory() {
        DoctorReport report = report(ModelCheck.running("tiny", ENGINE, SPEED));

        assertThat(report.text())
                .contains(
                        "Model    tiny: here, runs; prefill 200.0 tokens/s, decode 30.0 tokens/s;"
                                + " a context of 12288 tokens takes 190 MB of memory\n");
        assertThat(DoctorJson.of(report))
                .contains(
                        "{\"model\":\"tiny\",\"state\":\"here, runs\",\"contextTokens\":12288,"
                                + "\"contextBytes\":190400000,\"prefillTokensPerSecond\":200.0,"
                                + "\"decodeTokensPerSecond\":30.0}");
    }

    @Test
    void unknownMemoryIsNotTold() {
        EngineInfo unknown = new EngineInfo("server", "1", "tiny", 0, 0, 0);

        assertThat(ModelCheck.running("tiny", unknown, SPEED).text())
                .endsWith("decode 30.0 tokens/s");
    }

    @Test
    void aModelThatDoesNotRunIsAProblem() {
        DoctorReport report =
                report(ModelCheck.idle("tiny", "does not run", Optional.of("Pull it again.")));

        assertThat(report.isWell()).isFalse();
        assertThat(report.text())
                .contains("Model    tiny: does not run\n")
                .contains("Problem  Pull it again.\n")
                .endsWith("Verdict  1 to repair\n");
    }
}
