package dev.glimprouter.eval.internal.code;

/** How a program ended. */
sealed interface Ending {

    /** By itself. */
    record Done(String output) implements Ending {}

    /** Its time was over. */
    record Late() implements Ending {}

    /**
     * By an error.
     *
     * @param error the kind of error, without what it says of the input
     */
    record Failed(String error) implements Ending {}

    /** It wrote more than it may. */
    record Talkative() implements Ending {}

    /**
     * Nobody knows: the launcher died, because the machine's memory was used up or because a
     * program without guards killed it.
     *
     * @param said what was heard last
     */
    record Lost(String said) implements Ending {}
}
