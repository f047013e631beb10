package dev.glimprouter.gateway.internal.server;

/** Somebody who waits for a reply. */
interface Client {

    /** Nobody of whom anything is known. */
    Client UNKNOWN =
            new Client() {
                @Override
                public Watch watch(Runnable gone) {
                    return () -> {};
                }

                @Override
                public void hangUp() {}
            };

    /**
     * Watches from now on whether the client is still there.
     *
     * @param gone runs once, on any thread, if it is not
     * @return the watch; closing it ends it
     */
    Watch watch(Runnable gone);

    /** Closes the connection at once; whoever is sending over it fails. */
    void hangUp();

    /** A stretch of watching. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
