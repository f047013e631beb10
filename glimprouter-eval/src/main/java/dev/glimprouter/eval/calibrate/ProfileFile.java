package dev.glimprouter.eval.calibrate;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.internal.files.WholeFile;
import dev.glimprouter.trace.internal.Json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;

/** Profiles on the disk: one JSON object, whole or not at all. */
public final class ProfileFile {

    /** Hashes of some hundred thousand questions: a bound on memory. */
    private static final int MOST_BYTES = 32 << 20;

    private static final byte[] FIRST_BYTES =
            "{\"schema\":\"glimprouter.profile\"".getBytes(StandardCharsets.UTF_8);

    private ProfileFile() {}

    /**
     * Reads a profile.
     *
     * @throws RequestException if it cannot be read, is none, or is of a newer version
     */
    public static Profile read(Path file) {
        try {
            return ProfileCodec.decode(Json.read(bytes(file)));
        } catch (IllegalArgumentException | DateTimeException | RequestException wrong) {
            throw unreadable(file, String.valueOf(wrong.getMessage()), wrong);
        } catch (NoSuchFileException missing) {
            throw unreadable(file, "there is no such file", missing);
        } catch (IOException e) {
            throw unreadable(file, e.toString(), e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            if (in.read() >= 0) {
                throw new IllegalArgumentException(
                        "it is longer than %d bytes".formatted(MOST_BYTES));
            }
            return bytes;
        }
    }

    private static RequestException unreadable(Path file, String why, Exception cause) {
        return new RequestException(
                "Cannot read the profile %s: %s. Name one that calibrate wrote."
                        .formatted(file, why.replaceAll("\\.$", "")),
                cause);
    }

    /**
     * Requires that a profile may be written there.
     *
     * @throws SetupException if there is something else
     */
    public static void requireWritable(Path file) {
        try {
            if (Files.exists(file) && !WholeFile.begins(file, FIRST_BYTES)) {
                throw new SetupException(
                        "%s exists and is not a profile. Choose another file.".formatted(file));
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Writes a profile in the place of an earlier one.
     *
     * @throws SetupException if it cannot be written; an earlier one is left as it was
     */
    public static void write(Profile profile, Path file) {
        requireWritable(file);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            byte[] line = Json.line(ProfileCodec.encode(profile));
            WholeFile.write(file, out -> out.write(line));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static SetupException unwritable(Path file, IOException cause) {
        return new SetupException(
                "Cannot write the profile %s: %s. Choose a file that can be written."
                        .formatted(file, cause.getMessage()),
                cause);
    }
}
