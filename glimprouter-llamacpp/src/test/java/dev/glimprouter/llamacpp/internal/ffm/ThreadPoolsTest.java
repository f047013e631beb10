package dev.glimprouter.llamacpp.internal.ffm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.SetupException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A library whose processor backend lacks something is refused with a word on what to do. */
class ThreadPoolsTest {

    private static final String PARAMS =
            "void ggml_threadpool_params_init(void *params, int threads) {}\n";

    @TempDir Path directory;

    private Functions library(String source) {
        return new Functions(FakeLibrary.compile(directory, source));
    }

    private Functions library(String device, String pool, String function) {
        return library(
                PARAMS
                        + """
                        static int it;
                        void *ggml_backend_dev_by_type(int type) { return %s; }
                        void *ggml_backend_dev_backend_reg(void *device) { return &it; }
                        static void *pool(void *params) { return %s; }
                        void *ggml_backend_reg_get_proc_address(void *reg, const char *name) {
                            return %s;
                        }
                        """
                                .formatted(device, pool, function));
    }

    @Test
    void eachNumberOfThreadsHasOnePool() {
        ThreadPools pools = new ThreadPools(library("&it", "&it", "pool"));

        assertThat(pools.of("one", 2).address())
                .isNotZero()
                .isEqualTo(pools.of("one", 2).address());
    }

    @Test
    void aMissingFunctionIsNamed() {
        Functions library = library(PARAMS);

        assertThatThrownBy(() -> new ThreadPools(library))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("ggml_backend_dev_by_type")
                .hasMessageContaining("Use version");
    }

    @Test
    void aMissingFunctionOfTheBackendIsNamed() {
        Functions library = library("&it", "&it", "(void *) 0");

        assertThatThrownBy(() -> new ThreadPools(library))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("ggml_threadpool_new")
                .hasMessageContaining("Use version");
    }

    @Test
    void aMissingBackendIsNamed() {
        Functions library = library("(void *) 0", "&it", "pool");

        assertThatThrownBy(() -> new ThreadPools(library))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("ggml-cpu");
    }

    @Test
    void threadsThatDoNotStartAreAnError() {
        ThreadPools pools = new ThreadPools(library("&it", "(void *) 0", "pool"));

        assertThatThrownBy(() -> pools.of("one", 3))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("3 compute threads: lower --threads");
    }
}
