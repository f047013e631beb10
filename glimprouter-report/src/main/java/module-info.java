/** Reports on runs and traces: one page that opens offline, Markdown, CSV, samples. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.report {
    requires static org.jspecify;
    requires transitive dev.glimprouter.eval;
    requires tools.jackson.databind;

    exports dev.glimprouter.report;
}
