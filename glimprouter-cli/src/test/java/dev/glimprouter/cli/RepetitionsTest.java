package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/** An option that is given again. */
class RepetitionsTest {

    @TempDir Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "eval --data gsm8k:x --half test --half both, eval, --half",
        "ask --tau 1 --strategy large --tau 2 Hm?, ask, --tau",
        "chat --race --no-race, chat, --race",
        "plan x --json --json, plan, --json"
    })
    void isRefusedLestItsGroupBeginsAnew(String line, String command, String option) {
        Stage stage = Stage.usual(folder);

        int code = stage.run(line.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(stage.err())
                .isEqualTo(
                        "glimprouter: option '%s' should be specified only once (see glimprouter %s --help)\n"
                                .formatted(option, command));
    }

    @Test
    void isReadWhereItMayBeGivenAgain() {
        Stage stage = Stage.usual(folder);

        int code =
                stage.run(
                        "eval",
                        "--data=gsm8k:" + folder.resolve("missing"),
                        "--strategy=large",
                        "--strategy=small");

        assertThat(code).as(stage.err()).isEqualTo(2);
        assertThat(stage.err()).contains("There is no file");
    }

    @Test
    void doesNotKeepFromHelp() {
        Stage stage = Stage.usual(folder);

        assertThat(stage.run("eval", "--half=test", "--half=both", "--help")).isZero();
        assertThat(stage.out()).contains("--half=HALF");
    }
}
