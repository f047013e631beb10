package dev.glimprouter.eval.study;

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

    /** The file is open; the questions in it count as done. */
    void started(int done, int total);

    /** A question was studied, or failed after all attempts, and is in the file. */
    void finished(StudyEntry entry, int done, int total);
}
