package dev.glimprouter.llamacpp.internal.natives;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;

/** The natives packed into this build, by platform: a tree of resources. */
public interface PackedNatives {

    /**
     * Opens {@code natives/<platform>/<name>}.
     *
     * @return the stream, or null where there is no such resource
     */
    @Nullable InputStream open(String platform, String name) throws IOException;

    /** The resources of this module. */
    static PackedNatives ofThisBuild() {
        return (platform, name) ->
                PackedNatives.class.getResourceAsStream("/natives/" + platform + "/" + name);
    }
}
