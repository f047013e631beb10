package dev.glimprouter.models;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.models.internal.Folders;
import dev.glimprouter.models.internal.Interrupts;
import dev.glimprouter.models.internal.PackageSource;
import dev.glimprouter.models.internal.PartialFile;
import dev.glimprouter.models.internal.Sha256;
import dev.glimprouter.models.internal.StoreLock;
import dev.glimprouter.models.internal.Target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder with the user's models.
 *
 * <p>Catalogue models lie in the folder itself; files that only the hub knows lie below {@code
 * OWNER/REPO}, each with its checksum in {@code FILE.sha256}. Thread safe.
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
     * The user's store: {@code GLIMPROUTER_CACHE} if it is set, otherwise {@code
     * glimprouter/models} in the user's cache folder.
     */
    public static ModelStore ofUser() {
        return new ModelStore(CacheFolder.ofUser(), Catalogue.bundled());
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
                    for (CatalogueModel model : catalogue.models()) {
                        all.add(describe(Target.of(model, root), Optional.of(model)));
                    }
                    for (HubFile file : HubFiles.below(root)) {
                        all.add(describe(Target.of(file, root), Optional.empty()));
                    }
                    return List.copyOf(all);
                });
    }

    /**
     * Reads a whole file of the store again and compares its checksum.
     *
     * @throws SetupException if the store does not hold the file or knows no checksum for it
     */
    public Verification verify(ModelRef ref, PullListener listener) {
        Target target = target(ref);
        return work(
                () -> {
                    if (!Files.exists(target.file())) {
                        throw new SetupException(
                                "There is no " + target.name() + " in " + root + ": pull it.");
                    }
                    String expected = expected(target);
                    long total = Files.size(target.file());
                    String actual =
                            Sha256.of(
                                    target.file(),
                                    done ->
                                            listener.on(
                                                    new PullEvent.Verifying(
                                                            target.name(), done, total)));
                    return new Verification(target.name(), target.file(), expected, actual);
                });
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
                            file.path() + " is a file of your own, not a model of the store.");
            case ModelRef.Servers servers ->
                    throw new RequestException(
                            servers.replicas().getFirst()
                                    + " is a server, not a model of the store.");
        };
    }

    boolean holds(Target target) {
        return work(() -> state(target)) == StoredModel.State.PRESENT;
    }

    /** Notes the checksum of a file that the catalogue does not know. */
    void record(Target target, String sha256) throws IOException {
        Files.writeString(
                sidecar(target),
                sha256 + "  " + target.file().getFileName() + System.lineSeparator());
    }

    private static String expected(Target target) throws IOException {
        if (target.sha256().isPresent()) {
            return target.sha256().get();
        }
        Path sidecar = sidecar(target);
        if (!Files.exists(sidecar)) {
            throw new SetupException(
                    "No checksum is known for " + target.name() + ": remove it and pull it again.");
        }
        return Files.readString(sidecar).split(" ", 2)[0];
    }

    private static Path sidecar(Target target) {
        return target.file().resolveSibling(target.file().getFileName() + ".sha256");
    }

    private static StoredModel describe(Target target, Optional<CatalogueModel> known)
            throws IOException {
        StoredModel.State state = state(target);
        long bytes =
                switch (state) {
                    case MISSING -> 0;
                    case PARTIAL -> Files.size(PartialFile.of(target.file()));
                    case DAMAGED, PRESENT -> Files.size(target.file());
                };
        return new StoredModel(target.name(), target.file(), state, bytes, known);
    }

    private static StoredModel.State state(Target target) throws IOException {
        if (Files.exists(target.file())) {
            boolean whole =
                    target.bytes().isPresent()
                            ? Files.size(target.file()) == target.bytes().getAsLong()
                            : Files.exists(sidecar(target));
            return whole ? StoredModel.State.PRESENT : StoredModel.State.DAMAGED;
        }
        return Files.exists(PartialFile.of(target.file()))
                ? StoredModel.State.PARTIAL
                : StoredModel.State.MISSING;
    }

    private boolean delete(Target target) throws IOException {
        boolean was = state(target) != StoredModel.State.MISSING;
        PackageSource.discard(target);
        PartialFile.discard(target.file());
        Files.deleteIfExists(sidecar(target));
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
            throw new SetupException("Cannot use the folder " + root + ": " + e + ".", e);
        }
    }

    private interface DiskWork<T> {
        T run() throws IOException;
    }
}
