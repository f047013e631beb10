package dev.glimprouter.report.internal.figures;

/** Hears of each sample while the files are read. */
@FunctionalInterface
public interface SampleListener {

    /** Hears nothing. */
    SampleListener NONE = (_, _, _) -> {};

    /**
     * A sample was read.
     *
     * @param system number of its system, from 0
     * @param sample the question and what came of it
     * @param publishable whether its texts may be shown
     */
    void on(int system, Sample sample, boolean publishable);
}
