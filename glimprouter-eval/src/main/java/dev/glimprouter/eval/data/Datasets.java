package dev.glimprouter.eval.data;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.DatasetRef.Place;
import dev.glimprouter.eval.internal.data.Content;
import dev.glimprouter.eval.internal.data.ContentReader;
import dev.glimprouter.internal.cache.UserCache;
import dev.glimprouter.internal.digest.Sha256;
import dev.glimprouter.models.Catalogue;
import dev.glimprouter.models.DownloadSettings;
import dev.glimprouter.models.Downloads;
import dev.glimprouter.models.ModelStore;
import dev.glimprouter.models.PullListener;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The front door to datasets: from a reference to checked problems.
 *
 * <p>A file behind an address is downloaded once, into {@code datasets} in the user's cache, and
 * never used before its checksum was found right. Thread safe.
 */
public final class Datasets {

    private final Downloads downloads;

    /** Datasets with a cache of their own. */
    public Datasets(Path cache, DownloadSettings settings) {
        this.downloads = new Downloads(new ModelStore(cache, Catalogue.bundled()), settings);
    }

    /** Datasets with the user's cache. */
    public static Datasets ofUser() {
        return new Datasets(UserCache.ofUser().resolve("datasets"), DownloadSettings.DEFAULT);
    }

    /** Reads a dataset that a user named. */
    public Dataset load(String ref) {
        return load(DatasetRef.parse(ref), PullListener.NONE);
    }

    /**
     * Reads a dataset.
     *
     * @param listener hears of a download
     * @throws RequestException if there is no such file, or something in it is wrong, with its line
     * @throws dev.glimprouter.error.SetupException if it cannot be downloaded
     */
    public Dataset load(DatasetRef ref, PullListener listener) {
        Path file = file(ref, listener);
        String sha256 = checksum(file);
        if (!ref.sha256().orElse(sha256).equals(sha256)) {
            throw new RequestException(
                    "%s has the checksum %s and not the one of the reference: it is another file."
                            .formatted(file, sha256));
        }
        Content content = ContentReader.read(file, ref);
        return new Dataset(
                content.name(),
                sha256,
                content.task(),
                content.problems(),
                content.notes(),
                ref.publishable().orElse(true) && content.publishable());
    }

    private Path file(DatasetRef ref, PullListener listener) {
        return switch (ref.place()) {
            case Place.Local(Path file) -> requireFile(file);
            case Place.Remote(var address) ->
                    downloads.pull(address, ref.sha256().orElseThrow(), listener);
        };
    }

    private static Path requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RequestException(
                    "There is no file %s: name a dataset's file, such as gsm8k:/data/test.jsonl."
                            .formatted(file));
        }
        return file.toAbsolutePath();
    }

    private static String checksum(Path file) {
        try {
            return Sha256.of(file, _ -> {});
        } catch (IOException e) {
            throw new RequestException("%s cannot be read: %s.".formatted(file, e), e);
        }
    }
}
