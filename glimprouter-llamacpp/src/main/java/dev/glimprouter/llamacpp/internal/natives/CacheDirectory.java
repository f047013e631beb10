package dev.glimprouter.llamacpp.internal.natives;

import dev.glimprouter.internal.cache.UserCache;

import java.nio.file.Path;

/** Where a machine keeps unpacked natives and verdicts on model files. */
public final class CacheDirectory {

    private CacheDirectory() {}

    /** The user's cache folder on that machine. */
    public static Path of(Machine machine) {
        return UserCache.of(
                machine::environment,
                machine.property("os.name"),
                Path.of(machine.property("user.home")));
    }
}
