package dev.glimprouter.eval.grade.code;

/** What a program under test must not be able to do. */
public enum Guard {
    /** Use more processor time than it has. */
    CPU("processor time"),
    /** Use more memory than it has. */
    MEMORY("memory"),
    /** Start more processes and threads than it may. */
    PROCESSES("processes"),
    /** Write a file outside its own folder, or a large one in it. */
    FILES("files"),
    /** Reach another machine, or a server on this one. */
    NETWORK("network");

    private final String words;

    Guard(String words) {
        this.words = words;
    }

    /** What it guards, in the middle of a sentence. */
    public String words() {
        return words;
    }
}
