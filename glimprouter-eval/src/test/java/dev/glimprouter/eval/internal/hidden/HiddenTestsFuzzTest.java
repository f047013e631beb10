package dev.glimprouter.eval.internal.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.memory.Allocation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * 100,000 seeded inputs, damaged at each stage: in the Base64, in the zlib stream, in the pickle,
 * in the JSON; and pure garbage. Only one exception may come out, and each input may take only a
 * little memory.
 */
class HiddenTestsFuzzTest {

    private static final long SEED = 20261128;
    private static final int INPUTS = 100_000;
    private static final int WARM_UP = 1000;
    private static final int MOST_BYTES = 1 << 16;
    private static final long MOST_ALLOCATED = 2L << 20;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Pickle> pickles = Pickle.all();
    private int read;
    private int refused;

    @Test
    @Timeout(300)
    void neitherCrashesNorHangsNorGrows() {
        long most = 0;
        for (int i = 0; i < INPUTS; i++) {
            String input = input();
            long bytes = Allocation.bytes(() -> readOrRefuse(input));
            most = i < WARM_UP ? 0 : Math.max(most, bytes);
        }
        assertThat(read).as("some damage is harmless").isGreaterThan(INPUTS / 1000);
        assertThat(refused).as("most damage is not").isGreaterThan(INPUTS / 2);
        assertThat(most).as("bytes allocated for one input").isLessThan(MOST_ALLOCATED);
    }

    private void readOrRefuse(String input) {
        try {
            HiddenTests.read(input, MOST_BYTES);
            read++;
        } catch (UnreadableTests expected) {
            refused++;
        } catch (RuntimeException | Error crash) {
            throw new AssertionError("seed %d: %s".formatted(SEED, input), crash);
        }
    }

    private String input() {
        Pickle pickle = pickles.get(random.nextInt(pickles.size()));
        return switch (random.nextInt(6)) {
            case 0 -> damagedText(pickle.base64());
            case 1 -> Base64.getEncoder().encodeToString(damaged(decoded(pickle)));
            case 2 -> HiddenTestsTest.encode(damaged(inflated(pickle)));
            case 3 -> HiddenTestsTest.encode(garbage());
            case 4 -> Base64.getEncoder().encodeToString(garbage());
            default -> json(pickle);
        };
    }

    private String json(Pickle pickle) {
        byte[] json = inflated(pickle);
        return random.nextBoolean()
                ? HiddenTestsTest.encode(HiddenTestsTest.pickled(damaged(json)))
                : "["
                        + damagedText(
                                "{\"input\": \"a\", \"output\": [1, {\"b\": null}]}]".repeat(3));
    }

    private String damagedText(String text) {
        char[] chars = text.toCharArray();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            chars[random.nextInt(chars.length)] = (char) random.nextInt(256);
        }
        return new String(
                chars, 0, random.nextInt(4) == 0 ? random.nextInt(chars.length) : chars.length);
    }

    /** Some bytes changed, cut off, doubled or put in; often those of instructions. */
    private byte[] damaged(byte[] bytes) {
        byte[] copy = bytes.clone();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            int at =
                    random.nextBoolean()
                            ? random.nextInt(Math.min(16, copy.length))
                            : random.nextInt(copy.length);
            switch (random.nextInt(4)) {
                case 0 -> copy[at] = (byte) random.nextInt(256);
                case 1 -> copy = Arrays.copyOf(copy, Math.max(1, at));
                case 2 -> copy = joined(copy, Arrays.copyOfRange(copy, at, copy.length));
                default ->
                        copy[at] =
                                (byte)
                                        "\u0080\u0095\u008cX\u008d\u0094qr.(cR]"
                                                .charAt(random.nextInt(13));
            }
        }
        return copy;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private byte[] garbage() {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        if (bytes.length > 3 && random.nextBoolean()) {
            bytes[0] = (byte) 0x80;
            bytes[1] = 4;
            bytes[2] = (byte) "X\u008c\u008d".charAt(random.nextInt(3));
        }
        return bytes;
    }

    private static byte[] decoded(Pickle pickle) {
        return Base64.getDecoder().decode(pickle.base64());
    }

    private static byte[] inflated(Pickle pickle) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(decoded(pickle));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1024];
            while (!inflater.finished()) {
                out.write(buffer, 0, inflater.inflate(buffer));
            }
            return out.toByteArray();
        } catch (DataFormatException impossible) {
            throw new AssertionError(impossible);
        } finally {
            inflater.end();
        }
    }
}
