package dev.glimprouter.benchmarks.load;

import java.util.Locale;

/** How a client goes about a request. */
enum Habit implements Weighted {
    /** Reads all of it as it comes. */
    PATIENT(60),
    /** Reads all of it, with pauses. */
    SLOW(8),
    /** Goes away before anything has come. */
    LEAVES_EARLY(10),
    /** Goes away in the middle of a stream; of a whole reply, some time before it comes. */
    LEAVES_LATE(14),
    /** Comes with a key that nobody has. */
    STRANGER(3),
    /** Sends a field that is refused. */
    CLUMSY(5);

    private final int weight;

    Habit(int weight) {
        this.weight = weight;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public int weight() {
        return weight;
    }
}
