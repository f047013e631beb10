package dev.glimprouter.openai.internal.replica;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glimprouter.internal.digest.Sha256;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/** The first eight bytes of SHA-256 over texts, each preceded by its length. */
final class TextHash {

    private TextHash() {}

    /** The same number on every machine and in every run. */
    static long of(Iterable<String> texts) {
        MessageDigest digest = Sha256.digest();
        for (String text : texts) {
            byte[] bytes = text.getBytes(UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** The same over texts one by one. */
    static long of(String... texts) {
        return of(Arrays.asList(texts));
    }
}
