package dev.glimprouter.testkit.gguf;

import java.util.Arrays;
import java.util.Random;

/** Numbers for tensors, and how a file holds them. */
final class Weights {

    private Weights() {}

    static float[] normal(Random random, double scale, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * scale);
        }
        return values;
    }

    static float[] ones(int size) {
        float[] values = new float[size];
        Arrays.fill(values, 1f);
        return values;
    }

    static byte[] f32(float[] values) {
        var bytes = new LittleEndian();
        for (float value : values) {
            bytes.f32(value);
        }
        return bytes.bytes();
    }

    static byte[] f16(float[] values) {
        var bytes = new LittleEndian();
        for (float value : values) {
            bytes.i16(Float.floatToFloat16(value));
        }
        return bytes.bytes();
    }
}
