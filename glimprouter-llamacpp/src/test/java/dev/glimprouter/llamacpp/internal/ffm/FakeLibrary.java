package dev.glimprouter.llamacpp.internal.ffm;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Native libraries with faults, made by the C compiler of this machine. */
public final class FakeLibrary {

    /** The default parameters of models, as the real library has them. */
    public static final String GOOD_MODEL = model(80, 0, 0, 1);

    /** The default parameters of contexts, as the real library has them. */
    public static final String GOOD_CONTEXT = context(160, 512, 2048, 1, 0);

    private FakeLibrary() {}

    /** A structure of bytes with the defaults that the check looks for. */
    static String model(int bytes, int mainGpu, int vocabOnly, int extra) {
        return function(
                "llama_model_default_params",
                bytes,
                "*(int *) (p.b + 32) = %d; p.b[72] = %d; p.b[74] = %d;"
                        .formatted(mainGpu, vocabOnly, extra));
    }

    static String context(int bytes, int tokens, int batch, int sequences, int unified) {
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

    /** The library of a source in C; skips the test, and says so, where there is no compiler. */
    public static Path compile(Path directory, String source) {
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
