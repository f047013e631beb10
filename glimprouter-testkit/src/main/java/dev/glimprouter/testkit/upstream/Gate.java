package dev.glimprouter.testkit.upstream;

/**
 * A gate that a server waits at until a test lets it pass; it begins closed.
 *
 * <p>As a pacer it takes the place of each pause. Thread safe.
 */
public final class Gate implements Pacer {

    private final Watch watch = new Watch();
    private int arrived;
    private int permits;
    private boolean open;

    /** A closed gate. */
    public Gate() {}

    /** Lets all pass from now on. */
    public void open() {
        watch.change(() -> open = true);
    }

    /** Lets so many more pass. */
    public void let(int count) {
        watch.change(() -> permits += count);
    }

    /** Waits until the server has come to the gate so many times, passed or not. */
    public void awaitArrivals(int count) {
        watch.awaitThat("arrival no. " + count + " at a gate", () -> arrived >= count);
    }

    /** Waits at the gate. */
    void pass() throws InterruptedException {
        watch.change(() -> arrived++);
        watch.changeWhen(() -> open || permits > 0, () -> permits -= open ? 0 : 1);
    }

    @Override
    public void pause(long nanos) throws InterruptedException {
        pass();
    }
}
