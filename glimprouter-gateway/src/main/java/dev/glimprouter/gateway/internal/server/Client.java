package dev.glimprouter.gateway.internal.server;

/** Somebody who waits for a reply. */
@FunctionalInterface
interface Client {

    /**
     * Watches from now on whether the client is still there.
     *
     * @param gone runs once, on any thread, if it is not
     * @return the watch; closing it ends it
     */
    Watch watch(Runnable gone);

    /** A stretch of watching. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
