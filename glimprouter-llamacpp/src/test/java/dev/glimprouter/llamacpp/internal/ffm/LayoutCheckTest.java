package dev.glimprouter.llamacpp.internal.ffm;

import static dev.glimprouter.llamacpp.internal.ffm.FakeLibrary.GOOD_CONTEXT;
import static dev.glimprouter.llamacpp.internal.ffm.FakeLibrary.GOOD_MODEL;
import static dev.glimprouter.llamacpp.internal.ffm.FakeLibrary.context;
import static dev.glimprouter.llamacpp.internal.ffm.FakeLibrary.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.SetupException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Libraries of another layout, made by the C compiler of this machine, are refused. */
class LayoutCheckTest {

    @TempDir Path directory;

    @Test
    void theLayoutThatWeKnowIsTaken() {
        Functions library = compile(GOOD_MODEL + GOOD_CONTEXT);

        assertThatCode(
                        () -> {
                            new LayoutCheck("9.9").model(library);
                            new LayoutCheck("9.9").context(library);
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void aLongerStructureIsRefused() {
        Functions library = compile(model(88, 0, 0, 1) + context(168, 512, 2048, 1, 0));

        refused(() -> new LayoutCheck("9.9").model(library), "llama_model_params ends at byte 88");
        refused(() -> new LayoutCheck("9.9").context(library), "ends at byte 168, not 160");
    }

    @Test
    void aShorterStructureIsRefused() {
        Functions library = compile(model(75, 0, 0, 1) + context(159, 512, 2048, 1, 0));

        refused(() -> new LayoutCheck("9.9").model(library), "not 80");
        refused(() -> new LayoutCheck("9.9").context(library), "not 160");
    }

    @Test
    void anotherDefaultAtAnOffsetIsRefused() {
        refused(
                () -> new LayoutCheck("9.9").model(compile(model(80, 7, 0, 1))),
                "main_gpu at byte 32 is 7, not 0");
        refused(
                () -> new LayoutCheck("9.9").model(compile(model(80, 0, 0, 0))),
                "use_extra_bufts at byte 74 is 0, not 1");
        refused(
                () -> new LayoutCheck("9.9").context(compile(context(160, 512, 2048, 64, 0))),
                "n_seq_max at byte 12 is 64, not 1");
        refused(
                () -> new LayoutCheck("9.9").context(compile(context(160, 512, 2048, 1, 1))),
                "kv_unified at byte 133 is 1, not 0");
    }

    @Test
    void aLibraryWithoutTheFunctionsIsRefused() {
        Path library = library("int nothing(void) { return 0; }");

        assertThatThrownBy(() -> new Llama(directory, library, library, library))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("ggml_log_set")
                .hasMessageContaining("another version");
    }

    @Test
    void aWholeLibraryOfAnotherLayoutIsRefusedBeforeAnythingElseIsCalled() {
        String rest =
                """
                void ggml_log_set(void *f, void *d) {}
                void llama_log_set(void *f, void *d) {}
                const char *llama_version(void) { return "9.9-test"; }
                """;
        Path library = library(rest + model(96, 0, 0, 1) + GOOD_CONTEXT);

        refused(() -> new Llama(directory, library, library, library), "9.9-test");
    }

    @Test
    void aLibraryThatIsNotThereIsRefused() {
        Path file = directory.resolve("missing.so");

        assertThatThrownBy(() -> new Functions(file))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(directory.toString());
    }

    private static void refused(Runnable check, String why) {
        assertThatThrownBy(check::run)
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("9.9");
    }

    private Functions compile(String source) {
        return new Functions(library(source));
    }

    private Path library(String source) {
        return FakeLibrary.compile(directory, source);
    }
}
