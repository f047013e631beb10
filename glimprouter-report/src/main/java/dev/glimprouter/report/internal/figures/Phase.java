package dev.glimprouter.report.internal.figures;

import dev.glimprouter.trace.Phases;

/** A part of the time of a question. */
public enum Phase {
    SMALL_PREFILL("small reads"),
    GLIMPSE("small glimpses"),
    SMALL_DECODE("small writes"),
    JUDGE("drafts judged"),
    LARGE_PREFILL("large reads"),
    LARGE_DECODE("large writes"),
    OTHER("the rest");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    /** Its nanoseconds. */
    long nanosOf(Phases phases) {
        return switch (this) {
            case SMALL_PREFILL -> phases.smallPrefillNanos();
            case GLIMPSE -> phases.glimpseNanos();
            case SMALL_DECODE -> phases.smallDecodeNanos();
            case JUDGE -> phases.judgeNanos();
            case LARGE_PREFILL -> phases.largePrefillNanos();
            case LARGE_DECODE -> phases.largeDecodeNanos();
            case OTHER -> phases.otherNanos();
        };
    }
}
