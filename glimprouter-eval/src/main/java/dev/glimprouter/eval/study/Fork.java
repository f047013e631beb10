package dev.glimprouter.eval.study;

import dev.glimprouter.eval.grade.Grade;

import java.util.Objects;

/**
 * What becomes of the answer when small, and when large, writes a step anew and the followed
 * strategy goes on from there.
 *
 * @param step which step, from 0
 * @param side why this step
 * @param hInit its H_init in nats
 * @param small the answer's grade where small wrote the step
 * @param large where large did
 */
public record Fork(int step, Side side, double hInit, Grade small, Grade large) {

    /** Which steps of a question are forked. */
    public enum Side {
        /** One of those with the highest H_init. */
        HIGH,
        /** One of those with the lowest. */
        LOW
    }

    /** Checks for nulls. */
    public Fork {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(small, "small");
        Objects.requireNonNull(large, "large");
    }
}
