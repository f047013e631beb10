/** Test fixtures: tiny random models. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.testkit {
    requires static org.jspecify;

    exports dev.glimprouter.testkit.gguf;
}
