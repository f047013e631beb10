package dev.glimprouter.models;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.internal.cache.UserCache;
import dev.glimprouter.internal.digest.Sha256;
import dev.glimprouter.internal.files.Folders;
import dev.glimprouter.models.internal.ChecksumFile;
import dev.glimprouter.models.internal.DiskFailure;
import dev.glimprouter.models.internal.Interrupts;
import dev.glimprouter.models.internal.PackageSource;
import dev.glimprouter.models.internal.PartialFile;
import dev.glimprouter.models.internal.StoreLock;
import dev.glimprouter.models.internal.Target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder with the user's models.
 *
 * <p>Catalogue models lie in the folder itself; files that only the hub knows lie below {@code
 * OWNER/REPO}. Beside each checked file lies its checksum in {@code FILE.sha256}; a file without
 * one, put there by hand, or newer than it, is checked by the next pull. Thread safe.
 */
public final class ModelStore {

    private final Path root;
    private final Catalogue catalogue;

    /** A store in a folder, which need not exist. */
    public ModelStore(Path root, Catalogue catalogue) {
        this.root = root.toAbsolutePath();
        this.catalogue = catalogue;
    }

    /**
     * The user's store: {@code models} in {@code GLIMPROUTER_CACHE} if it is set, otherwise in
     * {@code glimprouter} in the user's cache folder.
     */
    public static ModelStore ofUser() {
        return new ModelStore(UserCache.ofUser().resolve("models"), Catalogue.bundled());
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    /** The models that the names of this store mean. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The file of a catalogue model or a hub file, if the store holds all of it. */
    public Optional<Path> locate(ModelRef ref) {
        Target target = target(ref);
        return holds(target) ? Optional.of(target.file()) : Optional.empty();
    }

    /** Every catalogue model, in the catalogue's order, then the other files of the store. */
    public List<StoredModel> list() {
        return work(
                () -> {
                    List<StoredModel> all = new ArrayList<>();
                    for (ModelRef ref : refs()) {
                        all.add(describe(ref));
                    }
                    return List.copyOf(all);
                });
    }

    private List<ModelRef> refs() throws IOException {
        Stream<ModelRef> known = catalogue.models().stream().map(ModelRef.Named::new);
        Stream<ModelRef> other = HubFiles.below(root).stream().map(ModelRef.Hub::new);
        return Stream.concat(known, other).toList();
    }

    /**
     * Reads a whole file of the store again and compares its checksum: with the catalogue's, or
     * with the one that was noted when the file came.
     *
     * @throws SetupException if the store does not hold the file
     */
    public Verification verify(ModelRef ref, PullListener listener) {
        Target target = target(ref);
        return work(
                () -> {
                    if (!Files.exists(target.file())) {
                        throw new SetupException(
                                "There is no " + target.name() + " in " + root + ": pull it.");
                    }
                    return verify(target, listener);
                });
    }

    /** Reads every whole file of the store again, in the order of {@link #list()}. */
    public List<Verification> verifyAll(PullListener listener) {
        return work(
                () -> {
                    List<Verification> all = new ArrayList<>();
                    for (ModelRef ref : refs()) {
                        Target target = target(ref);
                        if (Files.exists(target.file())) {
                            all.add(verify(target, listener));
                        }
                    }
                    return List.copyOf(all);
                });
    }

    private static Verification verify(Target target, PullListener listener) throws IOException {
        Optional<String> expected = expected(target);
        long total = Files.size(target.file());
        String actual =
                Sha256.of(
                        target.file(),
                        done -> listener.on(new PullEvent.Verifying(target.name(), done, total)));
        Verification result = new Verification(target.name(), target.file(), expected, actual);
        if (!result.matches()) {
            ChecksumFile.withdraw(target.file());
        } else if (!ChecksumFile.read(target.file()).equals(expected)) {
            ChecksumFile.write(target.file(), actual);
        }
        return result;
    }

    /**
     * Deletes a model and what has arrived of it.
     *
     * @return whether there was anything to delete
     * @throws RetryableException if a download is running
     */
    public boolean remove(ModelRef ref) {
        Target target = target(ref);
        return work(
                () -> {
                    if (!Files.exists(root)) {
                        return false;
                    }
                    try (StoreLock _ = StoreLock.tryAcquire(root).orElseThrow(this::busy)) {
                        return delete(target);
                    }
                });
    }

    Target target(ModelRef ref) {
        return switch (ref) {
            case ModelRef.Named named -> Target.of(named.model(), root);
            case ModelRef.Hub hub -> Target.of(hub.file(), root);
            case ModelRef.LocalFile file ->
                    throw new RequestException(
                            file.path()
                                    + " is a file of your own, not a model of the store: use it by"
                                    + " its path.");
            case ModelRef.Servers servers ->
                    throw new RequestException(
                            servers.replicas().getFirst()
                                    + " is a server, not a model of the store: name a model that"
                                    + " models list shows.");
        };
    }

    boolean holds(Target target) {
        return work(() -> state(target)) == StoredModel.State.PRESENT;
    }

    boolean holdsUnchecked(Target target) {
        return work(() -> state(target)) == StoredModel.State.UNCHECKED;
    }

    /** What the checksum of a file has to be, if anybody knows. */
    static Optional<String> expected(Target target) throws IOException {
        return target.sha256().isPresent() ? target.sha256() : ChecksumFile.noted(target.file());
    }

    private StoredModel describe(ModelRef ref) throws IOException {
        Target target = target(ref);
        StoredModel.State state = state(target);
        long bytes =
                switch (state) {
                    case MISSING -> 0;
                    case PARTIAL -> Files.size(PartialFile.of(target.file()));
                    case DAMAGED, UNCHECKED, PRESENT -> Files.size(target.file());
                };
        Optional<CatalogueModel> known =
                ref instanceof ModelRef.Named(CatalogueModel model)
                        ? Optional.of(model)
                        : Optional.empty();
        return new StoredModel(target.name(), target.file(), state, bytes, known);
    }

    private static StoredModel.State state(Target target) throws IOException {
        if (!Files.exists(target.file())) {
            return Files.exists(PartialFile.of(target.file()))
                    ? StoredModel.State.PARTIAL
                    : StoredModel.State.MISSING;
        }
        if (target.bytes().orElse(Files.size(target.file())) != Files.size(target.file())) {
            return StoredModel.State.DAMAGED;
        }
        Optional<String> checked = ChecksumFile.read(target.file());
        if (checked.isEmpty()) {
            return StoredModel.State.UNCHECKED;
        }
        return target.sha256().equals(checked) || target.sha256().isEmpty()
                ? StoredModel.State.PRESENT
                : StoredModel.State.DAMAGED;
    }

    private boolean delete(Target target) throws IOException {
        boolean was = state(target) != StoredModel.State.MISSING;
        PackageSource.discard(target);
        PartialFile.discard(target.file());
        ChecksumFile.delete(target.file());
        Files.deleteIfExists(target.file());
        deleteEmptyFolders(target);
        return was;
    }

    /** Deletes the folders of a hub file that hold nothing any more. */
    void deleteEmptyFolders(Target target) throws IOException {
        Folders.deleteEmpty(target.file().getParent(), root);
    }

    private RetryableException busy() {
        return new RetryableException(
                "A download is running in " + root + ": try again when it has ended.");
    }

    private <T> T work(DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            Interrupts.check();
            throw new SetupException(
                    "Cannot use the folder "
                            + root
                            + " ("
                            + DiskFailure.reason(e)
                            + "): repair that, or set GLIMPROUTER_CACHE to another folder.",
                    e);
        }
    }

    private interface DiskWork<T> {
        T run() throws IOException;
    }
}
