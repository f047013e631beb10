package dev.glimprouter.llamacpp.internal.natives;

import dev.glimprouter.internal.digest.Sha256;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * Tells one model file under one library from another, without reading all of it: sizes, times of
 * last change, the first 16 MiB and the last MiB.
 */
final class ModelDigest {

    private static final long HEAD_BYTES = 16L << 20;
    private static final long TAIL_BYTES = 1L << 20;
    private static final int BUFFER_BYTES = 1 << 16;

    private ModelDigest() {}

    /** SHA-256 in hex over what tells them apart. */
    static String of(Path library, Path model) throws IOException {
        MessageDigest digest = Sha256.digest();
        digest.update(stamp(library));
        digest.update(stamp(model));
        try (FileChannel channel = FileChannel.open(model)) {
            long size = channel.size();
            update(digest, channel, 0, Math.min(size, HEAD_BYTES));
            update(digest, channel, Math.max(0, size - TAIL_BYTES), size);
        }
        return Sha256.hex(digest);
    }

    private static byte[] stamp(Path file) throws IOException {
        String stamp =
                file.getFileName()
                        + " "
                        + Files.size(file)
                        + " "
                        + Files.getLastModifiedTime(file).toMillis()
                        + "\n";
        return stamp.getBytes(StandardCharsets.UTF_8);
    }

    private static void update(MessageDigest digest, FileChannel channel, long from, long to)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        long position = from;
        while (position < to) {
            buffer.clear().limit((int) Math.min(BUFFER_BYTES, to - position));
            int read = channel.read(buffer, position);
            if (read < 0) {
                throw new IOException("the file became shorter while it was read");
            }
            position += read;
            digest.update(buffer.flip());
        }
    }
}
