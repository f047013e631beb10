package dev.glimprouter.models;

import dev.glimprouter.engine.ServerSettings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a user wrote to name a model. */
public sealed interface ModelRef {

    /**
     * A model of the catalogue.
     *
     * @param model what the catalogue knows about it
     */
    record Named(CatalogueModel model) implements ModelRef {}

    /**
     * A model file on this machine; it may not exist.
     *
     * @param path path to a .gguf file
     */
    record LocalFile(Path path) implements ModelRef {}

    /**
     * A file of the model hub that the catalogue does not know.
     *
     * @param file where it is
     */
    record Hub(HubFile file) implements ModelRef {}

    /**
     * A model behind servers.
     *
     * @param replicas base URLs without a trailing slash, at least one
     * @param model the name the servers know it by; blank for their only one
     * @param settings how one talks to them
     */
    record Servers(List<URI> replicas, String model, ServerSettings settings) implements ModelRef {
        /** Copies the list. */
        public Servers {
            replicas = List.copyOf(replicas);
            if (replicas.isEmpty()) {
                throw new IllegalArgumentException("at least one server is needed");
            }
        }

        /** Servers that one talks to by default. */
        public Servers(List<URI> replicas, String model) {
            this(replicas, model, ServerSettings.DEFAULT);
        }
    }

    /** The same, its servers talked to in this way; a model file stays as it is. */
    default ModelRef with(ServerSettings settings) {
        return switch (this) {
            case Named _, LocalFile _, Hub _ -> this;
            case Servers servers -> new Servers(servers.replicas(), servers.model(), settings);
        };
    }

    /** The reference as text, in a form that {@link #parse(String)} reads. */
    default String text() {
        return switch (this) {
            case Named named -> named.model().name();
            case LocalFile file -> file.path().toString();
            case Hub hub -> hub.file().reference();
            case Servers servers ->
                    servers.replicas().stream().map(URI::toString).collect(Collectors.joining(","))
                            + (servers.model().isBlank() ? "" : "#" + servers.model());
        };
    }

    /**
     * Reads a reference: a catalogue name, a path to a .gguf file, {@code hf:owner/repo/file.gguf},
     * or base URLs separated by commas with the model after {@code #}.
     *
     * @throws dev.glimprouter.error.RequestException if it is none of these
     */
    static ModelRef parse(String text, Catalogue catalogue) {
        return new RefParser(catalogue).parse(text);
    }

    /** Reads a reference with the bundled catalogue. */
    static ModelRef parse(String text) {
        return parse(text, Catalogue.bundled());
    }
}
