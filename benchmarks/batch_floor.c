/*
 * Plain libllama at full batches: the least time that given numbers of tokens take.
 *
 * batch_floor LIBRARY-DIRECTORY MODEL.gguf THREADS SEQUENCES CONTEXT-TOKENS shared|apart
 *
 * CONTEXT-TOKENS is the most of one sequence; the last argument says whether all sequences share
 * one cache. Every line on standard input, BATCH LENGTH PREFILL DECODE, asks for one run: PREFILL
 * tokens are evaluated in chunks of 64, in texts of LENGTH tokens; then DECODE tokens, one of each
 * of BATCH sequences in a batch, each drawn with the sampler, in texts that grow from half of LENGTH
 * to LENGTH. A run answers with one line: nanoseconds of the prefill, nanoseconds of the decoding.
 */
#include "llama_api.h"
#include "logit_sampler.h"

enum { CHUNK_TOKENS = 64, MOST_SEQUENCES = 64 };

static const double TEMPERATURE = 0.6;
static const double TOP_P = 0.95;

static void *context;
static int vocabulary_size;
static logit_sampler sampler;

/* ---- a batch ---- */

static int32_t tokens[CHUNK_TOKENS];
static int32_t positions[CHUNK_TOKENS];
static int32_t sequence_counts[CHUNK_TOKENS];
static int32_t sequence_ids[CHUNK_TOKENS];
static int32_t *sequences[CHUNK_TOKENS];
static int8_t wants_logits[CHUNK_TOKENS];
static token_batch batch = {
        0, tokens, NULL, positions, sequence_counts, sequences, wants_logits};

static void add(int32_t token, int position, int sequence, bool logits) {
    int at = batch.count++;
    tokens[at] = token;
    positions[at] = position;
    sequence_counts[at] = 1;
    sequence_ids[at] = sequence;
    sequences[at] = &sequence_ids[at];
    wants_logits[at] = logits;
}

static void evaluate(void) {
    if (api.decode(context, batch) != 0) {
        fail("llama_decode", "failed");
    }
}

/* A token that differs from its neighbours: which one it is does not change the time. */
static int32_t any_token(int at) {
    return (int32_t)((1000 + 7919 * (int64_t)at) % vocabulary_size);
}

/* ---- runs ---- */

/* Evaluates tokens of one text from a position on; the last one's logits are computed. */
static void extend(int sequence, int from, int count) {
    batch.count = 0;
    for (int i = 0; i < count; i++) {
        add(any_token(from + i), from + i, sequence, i == count - 1);
    }
    evaluate();
}

static int least(int a, int b) {
    return a < b ? a : b;
}

static void fill(int sequence, int length) {
    for (int from = 0; from < length; from += CHUNK_TOKENS) {
        extend(sequence, from, least(CHUNK_TOKENS, length - from));
    }
}

static int64_t prefill(int length, int count) {
    api.clear_memory(api.memory(context), true);
    int64_t start = now_nanos();
    while (count > 0) {
        int text = least(length, count);
        api.remove_tokens(api.memory(context), 0, -1, -1);
        fill(0, text);
        count -= text;
    }
    return now_nanos() - start;
}

static void draw_all(int32_t *next) {
    for (int i = 0; i < batch.count; i++) {
        next[i] = sampler_draw(&sampler, api.logits(context, i));
    }
}

static void cut_all(int width, int length) {
    for (int sequence = 0; sequence < width; sequence++) {
        api.remove_tokens(api.memory(context), sequence, length, -1);
    }
}

static int64_t decode(int width, int length, int count) {
    static int32_t next[MOST_SEQUENCES];
    int begin = length / 2;
    api.clear_memory(api.memory(context), true);
    for (int sequence = 0; sequence < width; sequence++) {
        next[sequence] = any_token(sequence);
        fill(sequence, begin);
    }
    sampler_start(&sampler, vocabulary_size, TEMPERATURE, TOP_P, 1);
    int64_t start = now_nanos();
    for (int position = begin; count > 0; count -= batch.count) {
        if (position == length) {
            cut_all(width, begin);
            position = begin;
        }
        batch.count = 0;
        for (int sequence = 0; sequence < least(width, count); sequence++) {
            add(next[sequence], position, sequence, true);
        }
        evaluate();
        draw_all(next);
        position++;
    }
    return now_nanos() - start;
}

static void serve(int most_sequences, int context_tokens) {
    for (char line[128]; fgets(line, sizeof line, stdin);) {
        int width, length, prefill_count, decode_count;
        if (sscanf(line, "%d %d %d %d", &width, &length, &prefill_count, &decode_count) != 4
                || width < 1 || width > most_sequences || length < 2 || length > context_tokens) {
            fail("not an order", line);
        }
        int64_t first = prefill(length, prefill_count);
        int64_t second = decode(width, length, decode_count);
        printf("%lld %lld\n", (long long)first, (long long)second);
        fflush(stdout);
    }
}

int main(int count, char **arguments) {
    if (count != 7) {
        fail("usage", "batch_floor LIBRARIES MODEL THREADS SEQUENCES CONTEXT-TOKENS shared|apart");
    }
    int most_sequences = atoi(arguments[4]);
    int context_tokens = atoi(arguments[5]);
    if (most_sequences < 1 || most_sequences > MOST_SEQUENCES) {
        fail("sequences must be 1 to 64, not", arguments[4]);
    }
    start_library(arguments[1]);
    const void *vocabulary;
    sizes wanted = {
            most_sequences * context_tokens,
            CHUNK_TOKENS,
            most_sequences,
            strcmp(arguments[6], "shared") == 0,
            atoi(arguments[3])};
    context = load(arguments[2], wanted, &vocabulary);
    vocabulary_size = api.vocabulary_size(vocabulary);
    serve(most_sequences, context_tokens);
    return 0;
}
