package dev.glimprouter.openai.internal.replica;

/** A numbered place in a server's cache, taken by one problem until it is closed. */
public final class Slot implements AutoCloseable {

    private final SlotPool pool;
    private final int id;
    private final ProblemKey problem;

    Slot(SlotPool pool, int id, ProblemKey problem) {
        this.pool = pool;
        this.id = id;
        this.problem = problem;
    }

    /** The number that the server knows it by, from 0. */
    public int id() {
        return id;
    }

    ProblemKey problem() {
        return problem;
    }

    /** Gives the slot back; its cache stays for whoever has the same problem. Idempotent. */
    @Override
    public void close() {
        pool.giveBack(this);
    }
}
