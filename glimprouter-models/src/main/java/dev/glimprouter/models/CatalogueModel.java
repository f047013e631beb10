package dev.glimprouter.models;

import java.util.Optional;

/**
 * A model that we know: where it comes from and what its bytes must be.
 *
 * @param name the name users type
 * @param role which part it is meant to play: {@code small} or {@code large}
 * @param file file name in the store
 * @param bytes length of the file
 * @param sha256 checksum, 64 lower-case hexadecimal digits
 * @param licence the licence of the weights
 * @param hub where the model hub has it
 * @param packages the same bytes as Python packages, for where the hub cannot be reached
 */
public record CatalogueModel(
        String name,
        String role,
        String file,
        long bytes,
        String sha256,
        String licence,
        HubFile hub,
        Optional<PackageParts> packages) {

    /** Checks that the facts agree with each other. */
    public CatalogueModel {
        Checks.bytes(bytes);
        Checks.sha256(sha256);
        if (file.contains("/") || file.contains("\\") || !file.endsWith(".gguf")) {
            throw new IllegalArgumentException("not a plain .gguf file name: " + file);
        }
        if (packages.isPresent() && packages.get().bytes() != bytes) {
            throw new IllegalArgumentException("the parts of " + name + " do not add up");
        }
    }
}
