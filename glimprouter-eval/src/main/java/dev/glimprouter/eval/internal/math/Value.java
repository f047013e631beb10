package dev.glimprouter.eval.internal.math;

/** A complex number, known exactly or within an error. */
sealed interface Value permits Exact, Ball {

    /** The same number with an error. */
    Ball ball();
}
