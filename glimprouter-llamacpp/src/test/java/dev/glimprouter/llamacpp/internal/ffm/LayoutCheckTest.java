package dev.glimprouter.llamacpp.internal.ffm;

import static dev.glimprouter.llamacpp.internal.ffm.FakeLibrary.GOOD_CONTEXT;
import static dev.glimprouter.llamacpp.internal.ffm.FakeLibrary.GOOD_MODEL;
import static dev.glimprouter.llamacpp.internal.ffm.FakeLibrary.context;
import static dev.glimprouter.llamacpp.internal.ffm.FakeLibrary.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.SetupException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "p.b + 16) = -1, p.b + 16) = 0, n_gpu_layers at byte 16 is 0",
        "p.b + 24) = -1, p.b + 24) = 2, load_mode at byte 24 is 2",
        "p.b[72] = 0,    p.b[50] = 1,   progress_callback at byte 48 is 10000",
        "p.b[72] = 0,    p.b[56] = 1,   progress_data at byte 56 is 1",
    })
    void anotherDefaultOfWhatWeSetForModelsIsRefused(String good, String bad, String why) {
        Functions library = compile(changed(GOOD_MODEL, good, bad));

        refused(() -> new LayoutCheck("9.9").model(library), why);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "p.b + 28) = 4, p.b + 28) = 0, n_threads at byte 28 is 0",
        "p.b + 32) = 4, p.b + 32) = 0, n_threads_batch at byte 32 is 0",
        "p.b[133] = 0,  p.b[112] = 9,  abort_callback at byte 112 is 9",
        "p.b[133] = 0,  p.b[120] = 9,  abort_data at byte 120 is 9",
        "p.b[129] = 1,  p.b[129] = 0,  offload_kqv at byte 129 is 0",
        "p.b[131] = 1,  p.b[131] = 0,  op_offload at byte 131 is 0",
        "p.b[132] = 1,  p.b[132] = 0,  swa_full at byte 132 is 0",
    })
    void anotherDefaultOfWhatWeSetForContextsIsRefused(String good, String bad, String why) {
        Functions library = compile(changed(GOOD_CONTEXT, good, bad));

        refused(() -> new LayoutCheck("9.9").context(library), why);
    }

    private static String changed(String source, String good, String bad) {
        assertThat(source).containsOnlyOnce(good);
        return source.replace(good, bad);
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
