/** x. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.benchmarks {
    requires static org.jspecify;
}
