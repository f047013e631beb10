/** Trace files: the events of a question as versioned JSON Lines, written, read and summed up. */
@SuppressWarnings("module") // those whom a package is exported to are built after this one
@org.jspecify.annotations.NullMarked
module dev.glimprouter.trace {
    requires static org.jspecify;
    requires transitive dev.glimprouter.core;
    requires tools.jackson.databind;

    exports dev.glimprouter.trace;
    exports dev.glimprouter.trace.internal to
            dev.glimprouter.eval,
            dev.glimprouter.report,
            dev.glimprouter.gateway;
}
