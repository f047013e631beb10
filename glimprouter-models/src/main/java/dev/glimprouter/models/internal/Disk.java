package dev.glimprouter.models.internal;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.models.FreeSpace;

import java.io.IOException;
import java.nio.file.Path;

/** Refuses to start what would not fit. */
final class Disk {

    private Disk() {}

    static void require(FreeSpace space, Path folder, long neededBytes, String name)
            throws IOException {
        long free = space.bytes(folder);
        if (free < neededBytes) {
            throw new SetupException(
                    name
                            + " needs "
                            + ByteText.of(neededBytes)
                            + " more on the disk of "
                            + folder
                            + " and "
                            + ByteText.of(free)
                            + " are free: make room, or set GLIMPROUTER_CACHE to another folder.");
        }
    }
}
