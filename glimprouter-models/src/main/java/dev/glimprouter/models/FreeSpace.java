package dev.glimprouter.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much may still be written below a folder. */
@FunctionalInterface
public interface FreeSpace {

    /** Asks the file system. */
    FreeSpace OF_DISK = folder -> Files.getFileStore(folder).getUsableSpace();

    /** Free bytes of the disk that holds an existing folder. */
    long bytes(Path folder) throws IOException;
}
