package dev.glimprouter.models;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.EngineProvider;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.error.SetupException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** Everything a program does with models: name, pull, check, remove. Thread safe. */
public final class Models {

    private final ModelStore store;
    private final Downloads downloads;
    private final List<EngineProvider> providers;

    /** Models of a store, brought there by these downloads and run by these providers. */
    public Models(ModelStore store, Downloads downloads, List<EngineProvider> providers) {
        this.store = store;
        this.downloads = downloads;
        this.providers = List.copyOf(providers);
    }

    /** The user's models, run by every engine that is installed. */
    public static Models ofUser() {
        return of(ModelStore.ofUser());
    }

    /** The models of a store, run by every engine that is installed. */
    public static Models of(ModelStore store) {
        return new Models(
                store,
                new Downloads(store, DownloadSettings.DEFAULT),
                ServiceLoader.load(EngineProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /** The models that we know by name. */
    public Catalogue catalogue() {
        return store.catalogue();
    }

    /** The folder they are kept in. */
    public Path folder() {
        return store.root();
    }

    /**
     * Reads a reference.
     *
     * @throws dev.glimprouter.error.RequestException if it names nothing
     */
    public ModelRef parse(String ref) {
        return ModelRef.parse(ref, store.catalogue());
    }

    /**
     * The file of a model, pulled if it is missing.
     *
     * @throws SetupException if there is no such file and it cannot be had
     */
    public Path require(ModelRef ref, PullListener listener) {
        return switch (ref) {
            case ModelRef.LocalFile file -> existing(file.path());
            case ModelRef.Named _, ModelRef.Hub _, ModelRef.Servers _ ->
                    store.locate(ref).orElseGet(() -> downloads.pull(ref, listener));
        };
    }

    /**
     * Where a model is to be had, pulled if it is a file that is missing.
     *
     * <p>Only catalogue models are trusted: their checksum was known before they came.
     *
     * @throws SetupException if there is no such file and it cannot be had
     */
    public ModelSource source(ModelRef ref, PullListener listener) {
        return switch (ref) {
            case ModelRef.Servers servers ->
                    new ModelSource.Servers(
                            servers.replicas(), servers.model(), servers.settings());
            case ModelRef.Named _ -> new ModelSource.File(require(ref, listener), true);
            case ModelRef.Hub _, ModelRef.LocalFile _ ->
                    new ModelSource.File(require(ref, listener), false);
        };
    }

    /**
     * Makes a model ready to use, pulled if it is a file that is missing.
     *
     * @throws SetupException if the model or its engine is not usable
     */
    public Engine open(ModelRef ref, EngineOptions options, PullListener listener) {
        return open(source(ref, listener), options);
    }

    /**
     * Makes a model that is there ready to use.
     *
     * @throws SetupException if the model or its engine is not usable
     */
    public Engine open(ModelSource source, EngineOptions options) {
        return providers.stream()
                .filter(provider -> provider.accepts(source))
                .findFirst()
                .orElseThrow(() -> new SetupException(noEngine(source)))
                .open(source, options);
    }

    /** Pulls what a name stands for: a model, the two of a pair, or a file of the hub. */
    public List<Path> pull(String name, PullListener listener) {
        return named(name).stream().map(ref -> downloads.pull(ref, listener)).toList();
    }

    /** Every known model and every other file of the store. */
    public List<StoredModel> list() {
        return store.list();
    }

    /** Reads what a name stands for again, byte by byte. */
    public List<Verification> verify(String name, PullListener listener) {
        return named(name).stream().map(ref -> store.verify(ref, listener)).toList();
    }

    /** Reads every model of the store again, byte by byte. */
    public List<Verification> verifyAll(PullListener listener) {
        return store.verifyAll(listener);
    }

    /** Deletes what a name stands for; false if nothing of it was there. */
    public boolean remove(String name) {
        boolean removed = false;
        for (ModelRef ref : named(name)) {
            removed |= store.remove(ref);
        }
        return removed;
    }

    private List<ModelRef> named(String name) {
        boolean pair = catalogue().pairs().stream().anyMatch(each -> each.name().equals(name));
        return pair
                ? catalogue().named(name).stream().<ModelRef>map(ModelRef.Named::new).toList()
                : List.of(parse(name));
    }

    private static String noEngine(ModelSource source) {
        return switch (source) {
            case ModelSource.File file ->
                    "No engine for model files is installed ("
                            + file.path().getFileName()
                            + "): add the module dev.glimprouter:glimprouter-llamacpp.";
            case ModelSource.Servers servers ->
                    "No engine for servers is installed ("
                            + servers.replicas().getFirst()
                            + "): name a .gguf file or a model of the catalogue instead.";
        };
    }

    private static Path existing(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new SetupException("There is no file " + path + ": check the path.");
        }
        return path;
    }
}
