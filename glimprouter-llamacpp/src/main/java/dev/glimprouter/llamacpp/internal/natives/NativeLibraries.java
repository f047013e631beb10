package dev.glimprouter.llamacpp.internal.natives;

import dev.glimprouter.error.SetupException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the libraries of llama.cpp: a folder given by the caller or by {@code GLIMPROUTER_LIB_DIR},
 * else the natives packed into this build, unpacked once into the user's cache. Thread-safe.
 */
public final class NativeLibraries {

    private final Machine machine;
    private final PackedNatives packed;

    /** For a machine and a build; tests bring their own. */
    public NativeLibraries(Machine machine, PackedNatives packed) {
        this.machine = machine;
        this.packed = packed;
    }

    /** For this machine and this build. */
    public static NativeLibraries local() {
        return new NativeLibraries(Machine.local(), PackedNatives.ofThisBuild());
    }

    /**
     * The library files to load.
     *
     * @param explicit a folder that the caller names, such as a GPU package's; it wins
     * @throws SetupException where they cannot be had
     */
    public NativeFiles locate(Optional<Path> explicit) {
        Platform platform = Platform.of(machine);
        return explicit.or(() -> machine.environment("GLIMPROUTER_LIB_DIR").map(Path::of))
                .map(folder -> NativeFiles.in(folder, platform))
                .orElseGet(() -> NativeFiles.in(unpacked(platform), platform));
    }

    /** Whether this build carries natives for this machine. */
    public boolean arePacked() {
        return readIndex(Platform.of(machine)).isPresent();
    }

    private Path unpacked(Platform platform) {
        NativeIndex index = readIndex(platform).orElseThrow(() -> notPacked(platform));
        Path cache = CacheDirectory.of(machine);
        try {
            return new NativeUnpacker(packed, cache).unpack(platform.id(), index);
        } catch (IOException problem) {
            throw new SetupException(
                    "The natives cannot be unpacked into "
                            + cache
                            + " ("
                            + problem
                            + "); free some space there or set GLIMPROUTER_CACHE.",
                    problem);
        }
    }

    private Optional<NativeIndex> readIndex(Platform platform) {
        try (InputStream index = packed.open(platform.id(), "index.txt")) {
            if (index == null) {
                return Optional.empty();
            }
            String text = new String(index.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(NativeIndex.parse(text));
        } catch (IOException problem) {
            throw new SetupException(
                    "The packed natives cannot be read (" + problem + "); build again.", problem);
        }
    }

    private SetupException notPacked(Platform platform) {
        var command = new InstallCommand(platform.npmPackage(), CacheDirectory.of(machine));
        return new SetupException(
                "This build has no natives for "
                        + platform.id()
                        + "; install npm and build again, or run '"
                        + command.text()
                        + "' and give --lib-dir "
                        + command.libraries()
                        + ".");
    }
}
