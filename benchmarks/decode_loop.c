/*
 * A plain C loop over libllama: what the embedded engine's decode speed is held against.
 *
 * decode_loop LIBRARY-DIRECTORY MODEL.gguf THREADS
 *
 * The first line on standard input holds the token ids of the prompt. Every further line holds a
 * seed and asks for one run: the prompt is evaluated and a token drawn, 32 tokens bring back what the
 * other program has driven out of the caches, then 128 tokens are decoded and drawn against the
 * clock. A run answers with one line: nanoseconds, tokens, hash of their ids. Fewer than 128 tokens
 * mean that the model ended its text.
 */
#include "llama_api.h"
#include "logit_sampler.h"

enum { WARM_TOKENS = 32, RUN_TOKENS = 128, CHUNK_TOKENS = 64, CONTEXT_TOKENS = 1024 };

static const double TEMPERATURE = 0.6;
static const double TOP_P = 0.95;

static void evaluate(void *context, int32_t *tokens, int count) {
    if (api.decode(context, api.batch_of(tokens, count)) != 0) {
        fail("llama_decode", "failed");
    }
}

static void run(void *context, const void *vocabulary, int32_t *prompt, int length, uint64_t seed) {
    static logit_sampler sampler;
    int size = api.vocabulary_size(vocabulary);
    sampler_start(&sampler, size, TEMPERATURE, TOP_P, seed);
    api.clear_memory(api.memory(context), true);
    for (int from = 0; from < length; from += CHUNK_TOKENS) {
        evaluate(context, prompt + from, length - from < CHUNK_TOKENS ? length - from : CHUNK_TOKENS);
    }
    int32_t token = sampler_draw(&sampler, api.logits(context, -1));
    int64_t start = now_nanos();
    int tokens = -WARM_TOKENS;
    uint64_t hash = 0;
    while (tokens < RUN_TOKENS && !api.ends_generation(vocabulary, token)) {
        evaluate(context, &token, 1);
        token = sampler_draw(&sampler, api.logits(context, -1));
        hash = 31 * hash + (uint32_t)token;
        if (++tokens == 0) {
            start = now_nanos();
        }
    }
    printf("%lld %d %llu\n", (long long)(now_nanos() - start), tokens, (unsigned long long)hash);
    fflush(stdout);
}

static int read_prompt(int32_t *prompt) {
    static char line[1 << 16];
    if (!fgets(line, sizeof line, stdin)) {
        fail("no prompt", "give token ids on the first line");
    }
    int length = 0;
    char *rest = line;
    for (char *end;; rest = end) {
        long id = strtol(rest, &end, 10);
        if (end == rest) {
            return length;
        }
        if (length == CONTEXT_TOKENS - WARM_TOKENS - RUN_TOKENS) {
            fail("the prompt is too long", line);
        }
        prompt[length++] = (int32_t)id;
    }
}

int main(int count, char **arguments) {
    if (count != 4) {
        fail("usage", "decode_loop LIBRARY-DIRECTORY MODEL.gguf THREADS");
    }
    start_library(arguments[1]);
    const void *vocabulary;
    sizes wanted = {CONTEXT_TOKENS, CHUNK_TOKENS, 1, false, atoi(arguments[3])};
    void *context = load(arguments[2], wanted, &vocabulary);
    static int32_t prompt[CONTEXT_TOKENS];
    int length = read_prompt(prompt);
    for (char line[64]; fgets(line, sizeof line, stdin);) {
        run(context, vocabulary, prompt, length, strtoull(line, NULL, 10));
    }
    return 0;
}
