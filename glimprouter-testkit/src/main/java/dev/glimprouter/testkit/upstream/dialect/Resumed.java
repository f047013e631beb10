package dev.glimprouter.testkit.upstream.dialect;

import java.util.Iterator;

/** Beats of which the first was already pulled. */
final class Resumed implements Iterator<Beat> {

    private final Beat first;
    private final Iterator<Beat> rest;
    private boolean begun;

    Resumed(Beat first, Iterator<Beat> rest) {
        this.first = first;
        this.rest = rest;
    }

    @Override
    public boolean hasNext() {
        return !begun || rest.hasNext();
    }

    @Override
    public Beat next() {
        if (begun) {
            return rest.next();
        }
        begun = true;
        return first;
    }
}
