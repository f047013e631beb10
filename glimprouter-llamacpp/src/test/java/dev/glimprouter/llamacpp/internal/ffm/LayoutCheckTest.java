package dev.glimprouter.llamacpp.internal.ffm;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.glimprouter.error.SetupException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Libraries of another layout, made by the C compiler of this machine, are refused. */
class LayoutCheckTest {

    private static final String GOOD_MODEL = model(80, 0, 0, 1);
    private static final String GOOD_CONTEXT = context(160, 512, 2048, 1, 0);

    @TempDir Path directory;

    /** A structure of bytes with the defaults that the check looks for. */
    private static String model(int bytes, int mainGpu, int vocabOnly, int extra) {
        return function(
                "llama_model_default_params",
                bytes,
                "*(int *) (p.b + 32) = %d; p.b[72] = %d; p.b[74] = %d;"
                        .formatted(mainGpu, vocabOnly, extra));
    }

    private static String context(int bytes, int tokens, int batch, int sequences, int unified) {
        return function(
                "llama_context_default_params",
                bytes,
                ("*(int *) p.b = %d; *(int *) (p.b + 4) = %d; *(int *) (p.b + 8) = 512;"
                                + " *(int *) (p.b + 12) = %d; *(int *) (p.b + 104) = 1;"
                                + " *(int *) (p.b + 108) = 1; p.b[130] = 1; p.b[133] = %d;")
                        .formatted(tokens, batch, sequences, unified));
    }

    private static String function(String name, int bytes, String body) {
        return """
        struct s_%1$s { unsigned char b[%2$d]; };
        struct s_%1$s %1$s(void) {
            struct s_%1$s p;
            for (int i = 0; i < %2$d; i++) p.b[i] = 0;
            %3$s
            return p;
        }
        """
                .formatted(name, bytes, body);
    }

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
        try {
            Path code = Files.createTempFile(directory, "fake", ".c");
            Files.writeString(code, source);
            Path library = Path.of(code.toString().replace(".c", ".so"));
            Process compiler =
                    new ProcessBuilder(
                                    "cc",
                                    "-shared",
                                    "-fPIC",
                                    "-o",
                                    library.toString(),
                                    code.toString())
                            .inheritIO()
                            .start();
            if (compiler.waitFor() != 0) {
                throw new AssertionError("the compiler refused " + source);
            }
            return library;
        } catch (IOException missing) {
            System.err.println("SKIPPED, no C compiler 'cc': " + missing.getMessage());
            return abort("no C compiler");
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
