package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.run.RunEntry;

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

    /** The files are open; what they hold already counts as done. */
    void started(RunProgress progress);

    /** A question was answered, or failed after all attempts, and is in its file. */
    void finished(String system, RunEntry entry, RunProgress progress);
}
