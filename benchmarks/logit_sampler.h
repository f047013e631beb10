/*
 * LogitSampler of glimprouter-core in C: temperature, then top-p, one draw for each token. The same
 * steps, arithmetic and random numbers, so that equal logits and seeds give equal tokens.
 */
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { LANES = 1024 };

typedef struct {
    int size;
    double scale;
    double top_p;
    uint64_t draws;
    uint64_t pivots;
    int count;
    int64_t *ranks;
    double *weights;
    double lanes[LANES];
} logit_sampler;

/* SplittableRandom.nextDouble */
static double next_double(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

static void sampler_start(
        logit_sampler *s, int size, double temperature, double top_p, uint64_t seed) {
    if (s->size < size) {
        s->ranks = realloc(s->ranks, size * sizeof *s->ranks);
        s->weights = realloc(s->weights, size * sizeof *s->weights);
    }
    s->size = size;
    s->scale = 1 / temperature;
    s->top_p = top_p;
    s->draws = seed;
    s->pivots = 0;
}

static inline double weight_of(double x) {
    double y = (x > -64 ? x : -64) * (1.0 / 1024);
    double p = 1 + y * (1 + y * (1.0 / 2 + y * (1.0 / 6 + y * (1.0 / 24 + y * (1.0 / 120)))));
    p *= p, p *= p, p *= p, p *= p, p *= p;
    p *= p, p *= p, p *= p, p *= p, p *= p;
    return p;
}

static double greatest(const float *logits, int size) {
    float lanes[64];
    for (int lane = 0; lane < 64; lane++) {
        lanes[lane] = -INFINITY;
    }
    int from = 0;
    for (; from + 64 <= size; from += 64) {
        for (int lane = 0; lane < 64; lane++) {
            float logit = logits[from + lane];
            lanes[lane] = logit > lanes[lane] ? logit : lanes[lane];
        }
    }
    float max = -INFINITY;
    for (; from < size; from++) {
        max = logits[from] > max ? logits[from] : max;
    }
    for (int lane = 0; lane < 64; lane++) {
        max = lanes[lane] > max ? lanes[lane] : max;
    }
    return max;
}

static double total_weight(logit_sampler *s, const float *logits, double max) {
    memset(s->lanes, 0, sizeof s->lanes);
    for (int from = 0; from < s->size; from += LANES) {
        int count = s->size - from < LANES ? s->size - from : LANES;
        for (int lane = 0; lane < count; lane++) {
            s->lanes[lane] += weight_of((logits[from + lane] - max) * s->scale);
        }
    }
    double total = 0;
    for (int lane = 0; lane < LANES; lane++) {
        total += s->lanes[lane];
    }
    return total;
}

static int32_t ordered(int32_t bits) {
    return bits ^ ((bits >> 31) & INT32_MAX);
}

static int64_t rank_of(float logit, int id) {
    int32_t bits;
    logit += 0.0f;
    memcpy(&bits, &logit, sizeof bits);
    return (int64_t)((uint64_t)(uint32_t)ordered(bits) << 32 | (uint32_t)~id);
}

static float logit_of(int64_t rank) {
    int32_t bits = ordered((int32_t)(rank >> 32));
    float logit;
    memcpy(&logit, &bits, sizeof logit);
    return logit;
}

static void gather(logit_sampler *s, const float *logits, double max, float floor) {
    s->count = 0;
    for (int id = 0; id < s->size; id++) {
        if (logits[id] >= floor) {
            s->ranks[s->count++] = rank_of(logits[id], id);
        }
    }
    for (int i = 0; i < s->count; i++) {
        s->weights[i] = weight_of((logit_of(s->ranks[i]) - max) * s->scale);
    }
}

static void swap(logit_sampler *s, int i, int j) {
    int64_t rank = s->ranks[i];
    s->ranks[i] = s->ranks[j];
    s->ranks[j] = rank;
    double weight = s->weights[i];
    s->weights[i] = s->weights[j];
    s->weights[j] = weight;
}

static void keep(logit_sampler *s, double weight) {
    int low = 0;
    int high = s->count;
    double before = 0;
    while (low < high) {
        int pivot = low;
        swap(s, low, low + (int)(next_double(&s->pivots) * (high - low)));
        double upper = 0;
        for (int i = low + 1; i < high; i++) {
            if (s->ranks[i] > s->ranks[low]) {
                upper += s->weights[i];
                swap(s, i, ++pivot);
            }
        }
        swap(s, low, pivot);
        if (before + upper >= weight && pivot > low) {
            high = pivot;
        } else if (before + upper + s->weights[pivot] >= weight) {
            high = low = pivot + 1;
        } else {
            before += upper + s->weights[pivot];
            low = pivot + 1;
        }
    }
    s->count = high;
}

static int32_t sampler_draw(logit_sampler *s, const float *logits) {
    double max = greatest(logits, s->size);
    double total = total_weight(s, logits, max);
    double bound = fmax(weight_of(-64), (1 - s->top_p) * total / s->size);
    double floor = max + (log(fmin(bound, 1)) - 1e-6) / s->scale;
    gather(s, logits, max, fmaxf(nextafterf((float)floor, -INFINITY), -FLT_MAX));
    keep(s, s->top_p * total);
    double kept = 0;
    for (int i = 0; i < s->count; i++) {
        kept += s->weights[i];
    }
    keep(s, next_double(&s->draws) * kept);
    return ~(int32_t)s->ranks[s->count - 1];
}
