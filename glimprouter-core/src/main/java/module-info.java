/** x. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.core {
    requires static org.jspecify;
}
