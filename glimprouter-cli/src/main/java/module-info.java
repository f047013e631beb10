/** x. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.cli {
    requires static org.jspecify;
}
