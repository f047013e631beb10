package dev.glimprouter.trace.internal;

import java.util.Arrays;
import java.util.Optional;

/** The values of the field {@code event}, as {@link Json#word} writes them. */
enum EventType {
    STARTED,
    PREFILLED,
    GLIMPSED,
    DECIDED,
    DELTA,
    DRAFTED,
    JUDGED,
    REJECTED,
    SPECULATED,
    OVERLAPPED,
    RETRIED,
    MOVED,
    STEP_WRITTEN,
    ANSWER_DELTA,
    FINISHED,
    CANCELLED,
    FAILED;

    /** The type with that word; empty for one of a later release. */
    static Optional<EventType> of(String word) {
        return Arrays.stream(values()).filter(type -> Json.word(type).equals(word)).findAny();
    }
}
