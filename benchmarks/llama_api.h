/*
 * The part of libllama that the plain C programs call, declared here as found in llama.cpp's
 * interface at version 0.4.0: found by dlopen, so that no foreign header is needed.
 */
#include <assert.h>
#include <dirent.h>
#include <dlfcn.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CPU_DEVICE = 0 };

/* ---- the library's interface: only the members that are set have names ---- */

typedef struct {
    alignas(8) char other[80];
} model_params;

typedef struct {
    alignas(8) uint32_t context_tokens;
    uint32_t batch_tokens;
    uint32_t micro_batch_tokens;
    uint32_t sequences;
    char between[12];
    int32_t threads;
    int32_t batch_threads;
    char options[97];
    bool unified;
    char other[26];
} context_params;

typedef struct {
    int32_t count;
    int32_t *tokens;
    float *embeddings;
    int32_t *positions;
    int32_t *sequence_counts;
    int32_t **sequences;
    int8_t *wants_logits;
} token_batch;

static_assert(sizeof(model_params) == 80, "llama_model_params");
static_assert(sizeof(context_params) == 160, "llama_context_params");
static_assert(offsetof(context_params, threads) == 28, "n_threads");
static_assert(offsetof(context_params, unified) == 133, "kv_unified");
static_assert(sizeof(token_batch) == 56, "llama_batch");

static struct {
    void (*log_set)(void (*)(int, const char *, void *), void *);
    void (*load_backends)(const char *directory);
    void (*backend_init)(void);
    void *(*device_by_type)(int type);
    void *(*device_registry)(void *device);
    void *(*registry_function)(void *registry, const char *name);
    void (*pool_defaults)(void *params, int threads);
    model_params (*model_defaults)(void);
    context_params (*context_defaults)(void);
    void *(*load_model)(const char *path, model_params params);
    void *(*new_context)(void *model, context_params params);
    void (*attach_pool)(void *context, void *pool, void *batch_pool);
    const void *(*vocabulary)(const void *model);
    int32_t (*vocabulary_size)(const void *vocabulary);
    bool (*ends_generation)(const void *vocabulary, int32_t token);
    void *(*memory)(const void *context);
    void (*clear_memory)(void *memory, bool data);
    bool (*remove_tokens)(void *memory, int32_t sequence, int32_t from, int32_t to);
    token_batch (*batch_of)(int32_t *tokens, int32_t count);
    int32_t (*decode)(void *context, token_batch batch);
    float *(*logits)(void *context, int32_t index);
} api;

static void fail(const char *what, const char *detail) {
    fprintf(stderr, "%s: %s\n", what, detail);
    exit(1);
}

/* ---- loading ---- */

static void *open_library(const char *directory, const char *prefix) {
    DIR *entries = opendir(directory);
    if (!entries) {
        fail("cannot read the library directory", directory);
    }
    void *library = NULL;
    for (struct dirent *entry; !library && (entry = readdir(entries));) {
        if (strncmp(entry->d_name, prefix, strlen(prefix)) == 0) {
            char path[4096];
            snprintf(path, sizeof path, "%s/%s", directory, entry->d_name);
            library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
        }
    }
    closedir(entries);
    if (!library) {
        fail("cannot load", prefix);
    }
    return library;
}

static void bind(void *function, void *library, const char *name) {
    void *address = dlsym(library, name);
    if (!address) {
        fail("the library lacks", name);
    }
    memcpy(function, &address, sizeof address);
}

static void bind_all(const char *directory) {
    void *base = open_library(directory, "libggml-base.");
    void *ggml = open_library(directory, "libggml.");
    void *llama = open_library(directory, "libllama.");
    bind(&api.pool_defaults, base, "ggml_threadpool_params_init");
    bind(&api.registry_function, base, "ggml_backend_reg_get_proc_address");
    bind(&api.device_registry, base, "ggml_backend_dev_backend_reg");
    bind(&api.load_backends, ggml, "ggml_backend_load_all_from_path");
    bind(&api.device_by_type, ggml, "ggml_backend_dev_by_type");
    bind(&api.log_set, llama, "llama_log_set");
    bind(&api.backend_init, llama, "llama_backend_init");
    bind(&api.model_defaults, llama, "llama_model_default_params");
    bind(&api.context_defaults, llama, "llama_context_default_params");
    bind(&api.load_model, llama, "llama_model_load_from_file");
    bind(&api.new_context, llama, "llama_init_from_model");
    bind(&api.attach_pool, llama, "llama_attach_threadpool");
    bind(&api.vocabulary, llama, "llama_model_get_vocab");
    bind(&api.vocabulary_size, llama, "llama_vocab_n_tokens");
    bind(&api.ends_generation, llama, "llama_vocab_is_eog");
    bind(&api.memory, llama, "llama_get_memory");
    bind(&api.clear_memory, llama, "llama_memory_clear");
    bind(&api.remove_tokens, llama, "llama_memory_seq_rm");
    bind(&api.batch_of, llama, "llama_batch_get_one");
    bind(&api.decode, llama, "llama_decode");
    bind(&api.logits, llama, "llama_get_logits_ith");
}

static void quiet(int level, const char *text, void *data) {
    (void)level, (void)text, (void)data;
}

static void *new_pool(int threads) {
    alignas(16) char params[1024] = {0};
    api.pool_defaults(params, threads);
    void *(*create)(void *);
    void *registry = api.device_registry(api.device_by_type(CPU_DEVICE));
    void *address = api.registry_function(registry, "ggml_threadpool_new");
    memcpy(&create, &address, sizeof address);
    return create(params);
}

/* The library in a directory, ready to load models. */
static void start_library(const char *directory) {
    bind_all(directory);
    api.log_set(quiet, NULL);
    api.load_backends(directory);
    api.backend_init();
}

typedef struct {
    int context_tokens;
    int batch_tokens;
    int sequences;
    bool unified;
    int threads;
} sizes;

static void *load(const char *path, sizes wanted, const void **vocabulary) {
    void *model = api.load_model(path, api.model_defaults());
    if (!model) {
        fail("cannot load the model", path);
    }
    *vocabulary = api.vocabulary(model);
    context_params params = api.context_defaults();
    params.context_tokens = wanted.context_tokens;
    params.batch_tokens = params.micro_batch_tokens = wanted.batch_tokens;
    params.sequences = wanted.sequences;
    params.unified = wanted.unified;
    params.threads = params.batch_threads = wanted.threads;
    void *context = api.new_context(model, params);
    if (!context) {
        fail("cannot make a context for", path);
    }
    void *pool = new_pool(wanted.threads);
    api.attach_pool(context, pool, pool);
    return context;
}

static int64_t now_nanos(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}
