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

    /**
     * A whole library of which nothing computes. It counts what lives in it, and complains when its
     * backends are loaded. {@code DECODER} says whether its models write, {@code POOL} what comes
     * instead of a new pool of threads.
     */
    public static final String WHOLE =
            GOOD_MODEL
                    + GOOD_CONTEXT
                    + """
                    #ifndef DECODER
                    #define DECODER 1
                    #endif
                    #ifndef POOL
                    #define POOL &made[pools++]
                    #endif
                    int models, contexts, pools, attached, foreign;
                    static int made[8];
                    static void *known;
                    static void (*log_to)(int level, const char *text, void *data);

                    void *llama_model_load_from_file(const char *file, struct s_llama_model_default_params p) {
                        models++;
                        return &models;
                    }
                    void llama_model_free(void *model) { models--; }
                    void *llama_init_from_model(void *model, struct s_llama_context_default_params p) {
                        contexts++;
                        return &contexts;
                    }
                    void llama_free(void *context) { contexts--; }
                    void *llama_get_memory(void *context) { return context; }
                    _Bool llama_memory_seq_rm(void *memory, int sequence, int from, int to) { return 1; }
                    void llama_memory_seq_cp(void *memory, int from, int to, int begin, int end) {}
                    int llama_memory_seq_pos_max(void *memory, int sequence) { return -1; }
                    struct batch { unsigned char b[56]; };
                    int llama_decode(void *context, struct batch batch) { return 0; }
                    float *llama_get_logits_ith(void *context, int i) { return 0; }
                    void llama_attach_threadpool(void *context, void *pool, void *batch) {
                        attached++;
                        known = known ? known : pool;
                        foreign += pool != known || batch != known;
                    }

                    void *llama_model_get_vocab(void *model) { return model; }
                    int llama_vocab_n_tokens(void *vocab) { return 8; }
                    int llama_model_n_ctx_train(void *model) { return 64; }
                    _Bool llama_model_has_decoder(void *model) { return DECODER; }
                    int llama_vocab_bos(void *vocab) { return 0; }
                    int llama_vocab_eos(void *vocab) { return 1; }
                    _Bool llama_vocab_get_add_bos(void *vocab) { return 0; }
                    int llama_vocab_type(void *vocab) { return 2; }
                    _Bool llama_vocab_is_eog(void *vocab, int token) { return 0; }
                    int llama_tokenize(void *vocab, void *text, int length, void *ids, int most, _Bool a, _Bool b) {
                        return 0;
                    }
                    int llama_token_to_piece(void *vocab, int token, void *to, int room, int skip, _Bool special) {
                        return 0;
                    }

                    void ggml_log_set(void (*function)(int, const char *, void *), void *data) {
                        log_to = function;
                    }
                    void llama_log_set(void *function, void *data) {}
                    const char *llama_version(void) { return "9.9-test"; }
                    void llama_backend_init(void) {}
                    void ggml_backend_load_all_from_path(const char *folder) {
                        if (log_to) {
                            log_to(3, "a backend is missing", 0);
                        }
                    }
                    void ggml_threadpool_params_init(void *params, int threads) {}
                    void *ggml_backend_dev_by_type(int type) { return &models; }
                    void *ggml_backend_dev_backend_reg(void *device) { return device; }
                    static void *new_pool(void *params) { return POOL; }
                    void *ggml_backend_reg_get_proc_address(void *reg, const char *name) { return new_pool; }
                    """;

    private FakeLibrary() {}

    /** A structure of bytes with the defaults that the check looks for. */
    static String model(int bytes, int mainGpu, int vocabOnly, int extra) {
        return function(
                "llama_model_default_params",
                bytes,
                "*(int *) (p.b + 16) = -1; *(int *) (p.b + 24) = -1;"
                        + " *(int *) (p.b + 32) = %d; p.b[72] = %d; p.b[74] = %d;"
                                .formatted(mainGpu, vocabOnly, extra));
    }

    static String context(int bytes, int tokens, int batch, int sequences, int unified) {
        return function(
                "llama_context_default_params",
                bytes,
                ("*(int *) p.b = %d; *(int *) (p.b + 4) = %d; *(int *) (p.b + 8) = 512;"
                                + " *(int *) (p.b + 12) = %d; *(int *) (p.b + 28) = 4;"
                                + " *(int *) (p.b + 32) = 4; *(int *) (p.b + 44) = -1; *(int *) (p.b + 104) = 1;"
                                + " *(int *) (p.b + 108) = 1; p.b[129] = 1; p.b[130] = 1;"
                                + " p.b[131] = 1; p.b[132] = 1; p.b[133] = %d;")
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
