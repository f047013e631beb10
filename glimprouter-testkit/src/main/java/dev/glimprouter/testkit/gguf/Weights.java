package dev.glimprouter.testkit.gguf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
        byte[] bytes = new byte[Float.BYTES * values.length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        return bytes;
    }

    static byte[] f16(float[] values) {
        byte[] bytes = new byte[Short.BYTES * values.length];
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            view.putShort(Float.floatToFloat16(value));
        }
        return bytes;
    }
}
