package dev.glimprouter.testkit.gguf;

import java.util.Arrays;
import java.util.Random;

/**
 * The random weights of a tiny model.
 *
 * <p>The first of the 64 numbers that a token carries through the layers stays constant, because no
 * layer writes to it. The first column of the output matrix therefore adds a fixed amount to each
 * token's logit: that is how a test makes a token likelier or rarer.
 */
final class TinyTensors {

    static final int LAYERS = 2;
    static final int WIDTH = 64;
    static final int HEADS = 4;
    static final int KEY_HEADS = 2;
    static final int INNER = 128;

    private static final int KEYS = WIDTH / HEADS * KEY_HEADS;
    private static final int F32 = 0;
    private static final int F16 = 1;
    private static final float CONSTANT = 4f;

    /** The constant after the last normalisation, about. */
    private static final double NORMALISED = 3.0;

    private static final double LOGIT_SPREAD = 4.5;
    private static final double RAW_BYTE_BIAS = -9.0;

    private final TinyGguf model;
    private final TinyVocabulary vocabulary;
    private final Random random;

    TinyTensors(TinyGguf model, TinyVocabulary vocabulary) {
        this.model = model;
        this.vocabulary = vocabulary;
        this.random = new Random(model.seed());
    }

    void put(GgufWriter writer) {
        int tokens = vocabulary.size();
        matrix(writer, "token_embd.weight", embeddings(tokens), WIDTH, tokens);
        ones(writer, "output_norm.weight");
        matrix(writer, "output.weight", output(tokens), WIDTH, tokens);
        for (int layer = 0; layer < LAYERS; layer++) {
            putAttention(writer, "blk." + layer + ".");
            putFeedForward(writer, "blk." + layer + ".");
        }
    }

    private float[] embeddings(int tokens) {
        float[] values = Weights.normal(random, 1.0, WIDTH * tokens);
        for (int token = 0; token < tokens; token++) {
            values[token * WIDTH] = CONSTANT;
        }
        return values;
    }

    private float[] output(int tokens) {
        double scale = model.sharpness() * LOGIT_SPREAD / Math.sqrt(WIDTH);
        float[] values = Weights.normal(random, scale, WIDTH * tokens);
        for (int token = 0; token < tokens; token++) {
            double bias = vocabulary.isRawByte(token) ? RAW_BYTE_BIAS : 0;
            values[token * WIDTH] = (float) (bias / NORMALISED);
        }
        model.bias().forEach((text, bias) -> values[row(text)] = (float) (bias / NORMALISED));
        return values;
    }

    private int row(String text) {
        int id = vocabulary.id(text);
        if (id < 0) {
            throw new IllegalArgumentException("no token '" + text + "'");
        }
        return id * WIDTH;
    }

    private void putAttention(GgufWriter writer, String block) {
        ones(writer, block + "attn_norm.weight");
        matrix(writer, block + "attn_q.weight", even(WIDTH, WIDTH), WIDTH, WIDTH);
        matrix(writer, block + "attn_k.weight", even(WIDTH, KEYS), WIDTH, KEYS);
        matrix(writer, block + "attn_v.weight", even(WIDTH, KEYS), WIDTH, KEYS);
        if (model.architecture().equals("qwen2")) {
            bias(writer, block + "attn_q.bias", WIDTH);
            bias(writer, block + "attn_k.bias", KEYS);
            bias(writer, block + "attn_v.bias", KEYS);
        }
        float[] output = even(WIDTH, WIDTH);
        Arrays.fill(output, 0, WIDTH, 0f);
        matrix(writer, block + "attn_output.weight", output, WIDTH, WIDTH);
    }

    private void putFeedForward(GgufWriter writer, String block) {
        ones(writer, block + "ffn_norm.weight");
        matrix(writer, block + "ffn_gate.weight", even(WIDTH, INNER), WIDTH, INNER);
        matrix(writer, block + "ffn_up.weight", even(WIDTH, INNER), WIDTH, INNER);
        float[] down = even(INNER, WIDTH);
        Arrays.fill(down, 0, INNER, 0f);
        matrix(writer, block + "ffn_down.weight", down, INNER, WIDTH);
    }

    /** Random weights that keep the size of what they are multiplied with. */
    private float[] even(int inputs, int outputs) {
        return Weights.normal(random, 1 / Math.sqrt(inputs), inputs * outputs);
    }

    private void matrix(GgufWriter writer, String name, float[] values, int inputs, int outputs) {
        boolean half = model.halfPrecision();
        byte[] data = half ? Weights.f16(values) : Weights.f32(values);
        writer.tensor(name, half ? F16 : F32, data, inputs, outputs);
    }

    private void bias(GgufWriter writer, String name, int size) {
        writer.tensor(name, F32, Weights.f32(Weights.normal(random, 0.1, size)), size);
    }

    private static void ones(GgufWriter writer, String name) {
        writer.tensor(name, F32, Weights.f32(Weights.ones(WIDTH)), WIDTH);
    }
}
