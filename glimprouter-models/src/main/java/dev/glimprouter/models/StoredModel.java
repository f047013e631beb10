package dev.glimprouter.models;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A model and how much of it the store holds.
 *
 * @param name catalogue name, or {@code hf:owner/repo/file.gguf}
 * @param file where it is or would be
 * @param state how much of it is there
 * @param bytes length of what is there
 * @param known what the catalogue says about it
 */
public record StoredModel(
        String name, Path file, State state, long bytes, Optional<CatalogueModel> known) {

    /** How much of a model is there. */
    public enum State {
        /** Nothing. */
        MISSING,
        /** The beginning; a pull goes on from there. */
        PARTIAL,
        /** A file that cannot be right; a pull replaces it. */
        DAMAGED,
        /** A file that nobody has checked since it came or changed; a pull does. */
        UNCHECKED,
        /** The file, as it was when its checksum was found right. */
        PRESENT
    }
}
