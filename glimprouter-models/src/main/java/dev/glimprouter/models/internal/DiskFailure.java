package dev.glimprouter.models.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Why the disk refused something, in the middle of a sentence. */
public final class DiskFailure {

    private DiskFailure() {}

    /** The reason, in words where the system's own exception is only a name and a path. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "no right to use " + denied.getFile();
            case FileAlreadyExistsException there -> there.getFile() + " is in the way";
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default ->
                    Optional.ofNullable(failure.getMessage())
                            .orElse(failure.getClass().getSimpleName());
        };
    }
}
