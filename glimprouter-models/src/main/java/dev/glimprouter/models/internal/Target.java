package dev.glimprouter.models.internal;

import dev.glimprouter.models.CatalogueModel;
import dev.glimprouter.models.HubFile;
import dev.glimprouter.models.PackageParts;

import java.net.URI;
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
 * @param origin where it is on the network
 * @param packages the same bytes as Python packages
 */
public record Target(
        String name,
        Path file,
        OptionalLong bytes,
        Optional<String> sha256,
        Origin origin,
        Optional<PackageParts> packages) {

    /** A catalogue model, straight below the store's root. */
    public static Target of(CatalogueModel model, Path root) {
        return new Target(
                model.name(),
                root.resolve(model.file()),
                OptionalLong.of(model.bytes()),
                Optional.of(model.sha256()),
                new Origin.Hub(model.hub()),
                model.packages());
    }

    /** A file that only the hub knows, below its owner and repository. */
    public static Target of(HubFile hub, Path root) {
        return new Target(
                hub.reference(),
                root.resolve(hub.owner()).resolve(hub.repo()).resolve(hub.file()),
                OptionalLong.empty(),
                Optional.empty(),
                new Origin.Hub(hub),
                Optional.empty());
    }

    /** A file behind an address, below its checksum. */
    public static Target of(URI address, String sha256, Path root) {
        Origin origin = new Origin.Web(address);
        return new Target(
                origin.reference(),
                root.resolve(sha256).resolve(origin.fileName()),
                OptionalLong.empty(),
                Optional.of(sha256),
                origin,
                Optional.empty());
    }
}
