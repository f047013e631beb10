package dev.glimprouter.llamacpp.internal.gguf;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Walks over all tokens once: libllama asserts that no two are equal, and looks up the token of any
 * byte without asking whether there is one.
 *
 * <p>Equal tokens are found by their 64-bit hashes. Two unequal tokens of a vocabulary of 262,144
 * share one with a chance of about 2 in a billion.
 */
final class TokenScan {

    private static final int LONGEST_TOKEN = 1 << 16;
    private static final int BYTES = 256;
    private static final int BYTE_TOKEN_LENGTH = 6;

    private final Input input;
    private final Value.Sequence tokens;
    private final BitSet bytes = new BitSet(BYTES);

    TokenScan(Input input, Value.Sequence tokens) {
        this.input = input;
        this.tokens = tokens;
    }

    void check(String model) throws IOException {
        long[] hashes = hashes();
        Arrays.sort(hashes);
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] == hashes[i - 1] && hashes[i] != 0) {
                throw new Broken("two of its tokens are equal");
            }
        }
        if (model.equals("llama") && !coversText()) {
            throw new Broken("its vocabulary lacks tokens for single bytes");
        }
    }

    /** One hash a token; 0 for the empty ones, which libllama numbers itself. */
    private long[] hashes() throws IOException {
        long[] hashes = new long[tokens.count()];
        byte[] token = new byte[LONGEST_TOKEN];
        input.seek(tokens.offset());
        for (int i = 0; i < hashes.length; i++) {
            int length = untilZero(token, input.bytes(token, "token " + i));
            hashes[i] = length == 0 ? 0 : hash(token, length);
            noteByte(token, length);
        }
        return hashes;
    }

    /** libllama takes a token as a C string. */
    private static int untilZero(byte[] token, int length) {
        for (int i = 0; i < length; i++) {
            if (token[i] == 0) {
                return i;
            }
        }
        return length;
    }

    /** FNV-1a with a final mix. */
    private static long hash(byte[] token, int length) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ Byte.toUnsignedInt(token[i])) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        return (hash ^ (hash >>> 29)) | 1;
    }

    private void noteByte(byte[] token, int length) {
        if (length == 1) {
            bytes.set(Byte.toUnsignedInt(token[0]));
        } else if (length == BYTE_TOKEN_LENGTH
                && token[0] == '<'
                && token[1] == '0'
                && token[2] == 'x'
                && token[5] == '>') {
            int high = Character.digit(token[3], 16);
            int low = Character.digit(token[4], 16);
            if (high >= 0 && low >= 0) {
                bytes.set(high * 16 + low);
            }
        }
    }

    /** Whether every byte that occurs in UTF-8 has a token, but for the zero. */
    private boolean coversText() {
        for (int b = 1; b <= 0xf4; b++) {
            if (!bytes.get(b) && b != 0xc0 && b != 0xc1) {
                return false;
            }
        }
        return true;
    }
}
