/** x. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.llamacpp {
    requires static org.jspecify;
}
