package dev.glimprouter.testkit.upstream;

import java.time.Duration;

/** A timetable in real time. */
final class RealPacer implements Pacer {

    private long due;

    /**
     * A timetable.
     *
     * @param start its first pause begins then, in nanoseconds of the system
     */
    RealPacer(long start) {
        due = start;
    }

    @Override
    public Pacer ofReply() {
        return new RealPacer(System.nanoTime());
    }

    @Override
    public synchronized void pause(long nanos) throws InterruptedException {
        due += nanos;
        long left = due - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }
}
