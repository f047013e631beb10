package dev.glimprouter.models;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A store in a temporary folder and what was heard from it. */
abstract class DownloadsTestBase {

    static final Duration LONG = Duration.ofSeconds(30);
    static final Duration SHORT = Duration.ofMillis(300);

    @TempDir Path temp;
    final List<PullEvent> events = new ArrayList<>();

    ModelStore store() {
        return new ModelStore(temp.resolve("store"), TinyModel.CATALOGUE);
    }

    Path modelFile() {
        return temp.resolve("store/tiny.gguf");
    }

    Path partial() {
        return temp.resolve("store/tiny.gguf.part");
    }

    Downloads downloads(URI hub, List<List<String>> pip) {
        return downloads(settings(hub, pip, LONG, LONG, FreeSpace.OF_DISK));
    }

    Downloads downloads(DownloadSettings settings) {
        return new Downloads(store(), settings);
    }

    static DownloadSettings settings(
            URI hub, List<List<String>> pip, Duration answer, Duration stall, FreeSpace space) {
        return new DownloadSettings(hub, pip, LONG, answer, stall, Duration.ofMillis(1), space);
    }

    /** Everything that is left in the store, but for the lock. */
    List<String> left() {
        Path root = temp.resolve("store");
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(".lock"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T extends PullEvent> List<T> heard(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
