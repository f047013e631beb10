package dev.glimprouter.testkit.upstream;

import java.util.Iterator;

/** Acts of which the rest is replaced after some events. */
final class Replaced implements Iterator<Act> {

    private final Iterator<Act> acts;
    private final Iterator<Act> rest;
    private int left;

    Replaced(Iterator<Act> acts, int events, Iterator<Act> rest) {
        this.acts = acts;
        this.rest = rest;
        this.left = events;
    }

    @Override
    public boolean hasNext() {
        return left > 0 ? acts.hasNext() : rest.hasNext();
    }

    @Override
    public Act next() {
        if (left == 0) {
            return rest.next();
        }
        Act act = acts.next();
        if (act instanceof Act.Event) {
            left--;
        }
        return act;
    }
}
