package dev.glimprouter.gateway.internal.server;

/**
 * What is served now. It may be replaced while requests run: each of them keeps to what it began
 * with. Thread safe.
 */
final class Service {

    private Shift shift;

    Service(Served served) {
        this.shift = new Shift(served);
    }

    /** What is served to whoever comes now. */
    synchronized Served now() {
        return shift.served;
    }

    /** The same, held until it is given back. */
    synchronized Use use() {
        shift.users++;
        return new Use(shift);
    }

    /**
     * Serves something else from now on.
     *
     * @param whenUnused runs once no request needs what was served before
     */
    void replace(Served next, Runnable whenUnused) {
        boolean unused;
        synchronized (this) {
            shift.whenUnused = whenUnused;
            shift.over = true;
            unused = shift.users == 0;
            shift = new Shift(next);
        }
        if (unused) {
            whenUnused.run();
        }
    }

    private void giveBack(Shift of) {
        boolean unused;
        synchronized (this) {
            of.users--;
            unused = of.over && of.users == 0;
        }
        if (unused) {
            of.whenUnused.run();
        }
    }

    /** Something that is or was served, with those who use it. */
    private static final class Shift {
        private final Served served;
        private int users;
        private boolean over;
        private Runnable whenUnused = () -> {};

        Shift(Served served) {
            this.served = served;
        }
    }

    /** A hold on what is served. */
    final class Use implements AutoCloseable {
        private final Shift shift;

        private Use(Shift shift) {
            this.shift = shift;
        }

        Served served() {
            return shift.served;
        }

        @Override
        public void close() {
            giveBack(shift);
        }
    }
}
