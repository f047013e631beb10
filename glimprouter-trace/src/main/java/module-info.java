/** Trace files: the events of a question as versioned JSON Lines, written, read and summed up. */
@SuppressWarnings("module") // the module that the internals are shared with is built after this one
@org.jspecify.annotations.NullMarked
module dev.glimprouter.trace {
    requires static org.jspecify;
    requires transitive dev.glimprouter.core;
    requires tools.jackson.databind;

    exports dev.glimprouter.trace;
    exports dev.glimprouter.trace.internal to
            dev.glimprouter.eval,
            dev.glimprouter.report;
}
