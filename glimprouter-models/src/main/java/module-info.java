/** x. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.models {
    requires static org.jspecify;
}
