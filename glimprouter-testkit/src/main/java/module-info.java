/** x. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.testkit {
    requires static org.jspecify;
}
