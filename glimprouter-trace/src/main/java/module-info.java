/** x. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.trace {
    requires static org.jspecify;
}
