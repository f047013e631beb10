package dev.glimprouter.benchmarks;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Notes each time that a virtual thread waits for a millisecond or longer and keeps its carrier.
 * Shorter ones are of locks inside the JDK, held for some microseconds.
 */
final class PinnedThreads {

    private static final String PINNED = "jdk.VirtualThreadPinned";

    private static final Duration LEAST = Duration.ofMillis(1);

    private final Recording recording = new Recording();

    PinnedThreads() {
        recording.enable(PINNED).withThreshold(LEAST).withStackTrace();
        recording.start();
    }

    /** Ends the notes, and tells each one. */
    List<String> stop() throws IOException {
        Path file = Files.createTempFile("pinned", ".jfr");
        try {
            recording.stop();
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(PINNED))
                    .map(RecordedEvent::toString)
                    .toList();
        } finally {
            recording.close();
            Files.delete(file);
        }
    }
}
