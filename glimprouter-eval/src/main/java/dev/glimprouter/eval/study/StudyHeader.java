package dev.glimprouter.eval.study;

import dev.glimprouter.eval.run.RunHeader;

import java.util.Objects;

/**
 * The first line of a study file: all that is the same for every question.
 *
 * @param version version of the file's format, from 1
 * @param run what a run of the followed strategy on both models would say of itself
 * @param rules how much is looked at
 */
public record StudyHeader(int version, RunHeader run, StudyRules rules) {

    /** Name of the format, in the field {@code schema} of every header. */
    public static final String SCHEMA = "glimprouter.study";

    /** The version that this library writes, and the newest that it reads. */
    public static final int VERSION = 1;

    /** Checks for nulls. */
    public StudyHeader {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(rules, "rules");
    }
}
