package dev.glimprouter.engine;

/** Something that befell a stream on its way, and that it has dealt with itself. */
public sealed interface Incident {

    /** What happened, in a few words for people. */
    String reason();

    /** A request was made again, from the text so far. */
    record Retry(String reason) implements Incident {}

    /**
     * The question went to another server.
     *
     * @param from address of the server it was on
     * @param to address of the one it is on now
     */
    record Move(String from, String to, String reason) implements Incident {}
}
