/** Trace files: the events of a question as versioned JSON Lines, written, read and summed up. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.trace {
    requires static org.jspecify;
    requires transitive dev.glimprouter.core;
    requires tools.jackson.databind;

    exports dev.glimprouter.trace;
}
