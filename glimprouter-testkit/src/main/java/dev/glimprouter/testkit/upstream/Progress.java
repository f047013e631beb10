package dev.glimprouter.testkit.upstream;

/**
 * How much of an answer was written, the write that goes on included.
 *
 * @param bytes bytes of the wire, head included
 * @param events whole events
 * @param tokens tokens in whole events
 */
public record Progress(long bytes, int events, int tokens) {

    static final Progress NONE = new Progress(0, 0, 0);

    Progress plusBytes(long more) {
        return new Progress(bytes + more, events, tokens);
    }

    Progress plusEvent(int more) {
        return new Progress(bytes, events + 1, tokens + more);
    }
}
