package dev.glimprouter.models.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** SHA-256 of files, in 64 lower-case hexadecimal digits. */
public final class Sha256 {

    private static final int CHUNK = 1 << 20;

    private Sha256() {}

    /**
     * The checksum of a whole file.
     *
     * @param done hears the bytes read so far
     */
    public static String of(Path file, LongConsumer done) throws IOException {
        return of(file, 0, Files.size(file), done);
    }

    /** The checksum of a stretch of a file. */
    static String of(Path file, long from, long bytes, LongConsumer done) throws IOException {
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

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
