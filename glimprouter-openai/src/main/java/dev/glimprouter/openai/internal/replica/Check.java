package dev.glimprouter.openai.internal.replica;

import java.net.URI;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * A question to a dead replica, asked when its pause is over in place of a user's request.
 *
 * @param isWell whether the replica at a base URL is well; may block as long as it likes, and what
 *     it throws means no
 * @param executor runs it; the router waits for nothing
 */
public record Check(Predicate<URI> isWell, Executor executor) {

    /** A check on a virtual thread of its own each time. */
    public static Check onVirtualThreads(Predicate<URI> isWell) {
        return new Check(isWell, task -> Thread.ofVirtual().name("health-check").start(task));
    }
}
