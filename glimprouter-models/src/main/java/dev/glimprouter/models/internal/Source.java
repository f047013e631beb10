package dev.glimprouter.models.internal;

import dev.glimprouter.models.PullListener;

import java.io.IOException;
import java.util.Optional;

/** A place that a model file comes from. */
public interface Source {

    /** What to call it in messages about a file. */
    String name(Target target);

    /**
     * Continues the half-finished file until it is complete.
     *
     * @return the checksum that the source states, if it states one
     * @throws SourceFailure if this source cannot give the file; what has arrived is kept
     * @throws IOException if the local disk fails
     */
    Optional<String> fill(Target target, PartialFile partial, PullListener listener)
            throws SourceFailure, IOException;
}
