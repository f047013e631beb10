package dev.glimprouter.engine;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Where a model is to be had, ready to use. */
public sealed interface ModelSource {

    /**
     * A model file on this machine.
     *
     * @param path an existing GGUF file
     * @param trusted whether its bytes were checked against a known checksum; an untrusted file is
     *     tried in a process of its own first
     */
    record File(Path path, boolean trusted) implements ModelSource {}

    /**
     * A model behind servers.
     *
     * @param replicas base URLs, at least one
     * @param model the name the servers know it by; blank for their only one
     * @param settings how one talks to them
     */
    record Servers(List<URI> replicas, String model, ServerSettings settings)
            implements ModelSource {
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
}
