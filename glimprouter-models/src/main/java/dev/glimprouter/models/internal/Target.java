package dev.glimprouter.models.internal;

import dev.glimprouter.models.CatalogueModel;
import dev.glimprouter.models.HubFile;
import dev.glimprouter.models.PackageParts;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that the store shall hold.
 *
 * @param name what to call the model in messages
 * @param file where it shall be
 * @param bytes its length, where known beforehand
 * @param sha256 its checksum, where known beforehand
 * @param hub where the model hub has it
 * @param packages the same bytes as Python packages
 */
public record Target(
        String name,
        Path file,
        OptionalLong bytes,
        Optional<String> sha256,
        HubFile hub,
        Optional<PackageParts> packages) {

    /** A catalogue model, straight below the store's root. */
    public static Target of(CatalogueModel model, Path root) {
        return new Target(
                model.name(),
                root.resolve(model.file()),
                OptionalLong.of(model.bytes()),
                Optional.of(model.sha256()),
                model.hub(),
                model.packages());
    }

    /** A file that only the hub knows, below its owner and repository. */
    public static Target of(HubFile hub, Path root) {
        return new Target(
                hub.reference(),
                root.resolve(hub.owner()).resolve(hub.repo()).resolve(hub.file()),
                OptionalLong.empty(),
                Optional.empty(),
                hub,
                Optional.empty());
    }
}
