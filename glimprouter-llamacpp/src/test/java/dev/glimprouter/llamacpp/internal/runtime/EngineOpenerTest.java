package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.llamacpp.internal.ffm.FakeLibrary;
import dev.glimprouter.llamacpp.internal.ffm.Llama;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/** What fails while a model is opened leaves nothing behind in the library. */
class EngineOpenerTest {

    /** A library that counts what lives in it and cannot start threads. */
    private static final String WITHOUT_THREADS =
            """
            int models, contexts;
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
            void llama_attach_threadpool(void *context, void *pool, void *batch) {}

            void *llama_model_get_vocab(void *model) { return model; }
            int llama_vocab_n_tokens(void *vocab) { return 8; }
            int llama_model_n_ctx_train(void *model) { return 64; }
            _Bool llama_model_has_decoder(void *model) { return 1; }
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

            void ggml_log_set(void *function, void *data) {}
            void llama_log_set(void *function, void *data) {}
            const char *llama_version(void) { return "9.9-test"; }
            void llama_backend_init(void) {}
            void ggml_backend_load_all_from_path(const char *folder) {}
            void ggml_threadpool_params_init(void *params, int threads) {}
            void *ggml_backend_dev_by_type(int type) { return &models; }
            void *ggml_backend_dev_backend_reg(void *device) { return device; }
            static void *no_pool(void *params) { return (void *) 0; }
            void *ggml_backend_reg_get_proc_address(void *reg, const char *name) { return no_pool; }
            """;

    @TempDir Path directory;

    @Test
    void aFailureAfterTheContextFreesContextAndModel() {
        Path file =
                FakeLibrary.compile(
                        directory,
                        FakeLibrary.GOOD_MODEL + FakeLibrary.GOOD_CONTEXT + WITHOUT_THREADS);
        Llama library = new Llama(directory, file, file, file);
        EngineOpener opener = new EngineOpener(library, TinyEngines.options(64, 1, 0));

        assertThatThrownBy(() -> opener.open(file, "tiny", _ -> (_, _) -> new int[] {1}))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("--threads");

        assertThat(count(file, "contexts")).isZero();
        assertThat(count(file, "models")).isZero();
    }

    private static int count(Path library, String name) {
        try (Arena arena = Arena.ofConfined()) {
            return SymbolLookup.libraryLookup(library, arena)
                    .findOrThrow(name)
                    .reinterpret(Integer.BYTES)
                    .get(JAVA_INT, 0);
        }
    }
}
