package dev.glimprouter.testkit.upstream.dialect;

/** What a scripted model does next, as a server sees it. */
sealed interface Beat {

    /** It has written. */
    record Wrote(Chunk chunk) implements Beat {}

    /** It takes its time. */
    record Pause(long nanos) implements Beat {}

    /** It does not go on. */
    record Silence() implements Beat {}

    /** It fails. */
    record Failure(RuntimeException cause) implements Beat {}
}
