package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Step;

import java.util.Arrays;

/** What a {@link TargetShare} remembers of all its questions. Thread safe. */
final class ShareStream {

    private final double[] ring;
    private long seen;
    private ShareTally tally = ShareTally.NONE;

    ShareStream(int window) {
        ring = new double[window];
    }

    synchronized ShareTally tally() {
        return tally;
    }

    synchronized void add(Step step) {
        tally = tally.plus(step);
    }

    /** The newest values, of which this one becomes the last afterwards. */
    synchronized double[] recentThenAdd(double nats) {
        double[] recent = Arrays.copyOf(ring, (int) Math.min(seen, ring.length));
        ring[(int) (seen++ % ring.length)] = nats;
        return recent;
    }
}
