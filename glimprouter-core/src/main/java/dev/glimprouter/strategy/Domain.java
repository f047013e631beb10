package dev.glimprouter.strategy;

/** What a question is about. */
public enum Domain {
    /** Calculations and proofs. */
    MATHS,
    /** Programs to write, read or mend. */
    CODE,
    /** Physics, chemistry, biology. */
    SCIENCE,
    /** All else. */
    GENERAL
}
