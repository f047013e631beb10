package dev.glimprouter.internal.digest;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** SHA-256, in 64 lower-case hexadecimal digits. */
public final class Sha256 {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int CHUNK = 1 << 20;

    private Sha256() {}

    /** Whether a text looks like such a checksum. */
    public static boolean matches(String text) {
        return HEX.matcher(text).matches();
    }

    /** The checksum of a text in UTF-8. */
    public static String of(String text) {
        MessageDigest digest = digest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return hex(digest);
    }

    /**
     * The checksum of a whole file.
     *
     * @param done hears the bytes read so far
     */
    public static String of(Path file, LongConsumer done) throws IOException {
        return of(file, 0, Files.size(file), done);
    }

    /** The checksum of a stretch of a file. */
    public static String of(Path file, long from, long bytes, LongConsumer done)
            throws IOException {
        MessageDigest digest = digest();
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        try (FileChannel channel = FileChannel.open(file)) {
            long read = 0;
            while (read < bytes) {
                buffer.clear().limit((int) Math.min(CHUNK, bytes - read));
                int count = channel.read(buffer, from + read);
                if (count < 0) {
                    throw new EOFException(file + " became shorter while it was read");
                }
                digest.update(buffer.flip());
                read += count;
                done.accept(read);
            }
        }
        return hex(digest);
    }

    /** A digest that has seen nothing yet. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** What a digest has seen, as a checksum; the digest starts again. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
