/** The model catalogue: pull, verify, and turn a reference into an engine. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.models {
    requires static org.jspecify;
    requires transitive dev.glimprouter.core;
    requires java.net.http;
    requires tools.jackson.databind;

    exports dev.glimprouter.models;

    uses dev.glimprouter.engine.EngineProvider;
}
