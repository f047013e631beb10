package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.run.RunEntry;

import java.util.List;

/**
 * Hears how far an evaluation has come, one call at a time, on arbitrary threads.
 *
 * <p>What it throws ends the evaluation; what was finished is in the files.
 */
public interface RunListener {

    /** Hears nothing. */
    RunListener NONE =
            new RunListener() {
                @Override
                public void started(RunProgress progress) {}

                @Override
                public void finished(String system, RunEntry entry, RunProgress progress) {}
            };

    /**
     * Files were begun on another machine or under another Java, so that their seconds are of both;
     * comes before {@link #started}.
     *
     * @param changes what was other there, each in the middle of a sentence
     */
    default void moved(List<String> changes) {}

    /** The files are open; what they hold already counts as done. */
    void started(RunProgress progress);

    /** A question was answered, or failed after all attempts, and is in its file. */
    void finished(String system, RunEntry entry, RunProgress progress);
}
