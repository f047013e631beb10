package dev.glimprouter.llamacpp.internal.natives;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.internal.digest.Sha256;
import dev.glimprouter.internal.files.Folders;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;

/**
 * Unpacks packed natives once into {@code natives/<id>} of the cache, whole or not at all.
 *
 * <p>A lock file keeps processes apart, a monitor the threads of this one.
 */
final class NativeUnpacker {

    private static final Object THIS_PROCESS = new Object();

    private final PackedNatives packed;
    private final Path natives;

    NativeUnpacker(PackedNatives packed, Path cache) {
        this.packed = packed;
        this.natives = cache.resolve("natives");
    }

    /** The folder with the unpacked files, unpacked now if need be. */
    Path unpack(String platform, NativeIndex index) throws IOException {
        Path target = natives.resolve(index.id());
        if (isComplete(target, index)) {
            return target;
        }
        Files.createDirectories(natives);
        synchronized (THIS_PROCESS) {
            try (FileChannel lock = openLock();
                    var _ = lock.lock()) {
                if (!isComplete(target, index)) {
                    Path partial = natives.resolve(index.id() + ".partial");
                    write(platform, index, Folders.fresh(partial));
                    Folders.delete(target);
                    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
                }
                return target;
            }
        }
    }

    private FileChannel openLock() throws IOException {
        return FileChannel.open(
                natives.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void write(String platform, NativeIndex index, Path folder) throws IOException {
        for (NativeIndex.Entry entry : index.files()) {
            try (InputStream resource = packed.open(platform, entry.name())) {
                if (resource == null) {
                    throw damaged(entry);
                }
                copy(resource, entry, folder.resolve(entry.name()));
            }
        }
    }

    private static void copy(InputStream resource, NativeIndex.Entry entry, Path file)
            throws IOException {
        var digest = Sha256.digest();
        try (var source = new DigestInputStream(resource, digest);
                FileChannel sink =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long bytes = source.transferTo(Channels.newOutputStream(sink));
            if (bytes != entry.bytes() || !Sha256.hex(digest).equals(entry.sha256())) {
                throw damaged(entry);
            }
            sink.force(true);
        }
    }

    private static boolean isComplete(Path folder, NativeIndex index) throws IOException {
        for (NativeIndex.Entry entry : index.files()) {
            Path file = folder.resolve(entry.name());
            if (!Files.isRegularFile(file) || Files.size(file) != entry.bytes()) {
                return false;
            }
        }
        return true;
    }

    private static SetupException damaged(NativeIndex.Entry entry) {
        return new SetupException(
                "The packed " + entry.name() + " is damaged; build the project again.");
    }
}
