package dev.glimprouter.eval.study;

import java.util.List;

/** Hears how far a study has come, on the thread that runs it. */
public interface StudyListener {

    /** Hears nothing. */
    StudyListener NONE =
            new StudyListener() {
                @Override
                public void started(int done, int total) {}

                @Override
                public void finished(StudyEntry entry, int done, int total) {}
            };

    /**
     * The file was begun on another machine or under another Java; comes before {@link #started}.
     *
     * @param changes what was other there, each in the middle of a sentence
     */
    default void moved(List<String> changes) {}

    /** The file is open; the questions in it count as done. */
    void started(int done, int total);

    /** A question was studied, or failed after all attempts, and is in the file. */
    void finished(StudyEntry entry, int done, int total);
}
