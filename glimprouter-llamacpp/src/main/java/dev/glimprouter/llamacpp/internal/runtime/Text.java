package dev.glimprouter.llamacpp.internal.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The tokens of a session, what each of them has cost so far, and the work that no stream has
 * reported yet. Guarded by the decode loop's lock.
 */
final class Text {

    /** What a session knows of one of its tokens. */
    private enum Mark {
        /** Never evaluated here; found in a cache it counts as cached. */
        NEW,
        /** Generated here, and not evaluated yet. */
        OWN,
        /** Stands for text that was evaluated before, as other tokens. */
        CUT,
        /** Evaluated, or found in a cache. */
        DONE
    }

    private final IntList tokens;
    private final List<Mark> marks;
    private Work unreported = Work.NONE;

    private Text(IntList tokens) {
        this.tokens = tokens;
        this.marks = new ArrayList<>(Collections.nCopies(tokens.size(), Mark.NEW));
    }

    /** A text of tokens that are all new. */
    static Text of(int... ids) {
        return new Text(IntList.of(ids));
    }

    /** The same tokens, all new to a session of their own. */
    Text branch() {
        return new Text(tokens.copy());
    }

    /** The tokens; to be read only. */
    IntList tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    /** Adds tokens of somebody else's text. */
    void addForeign(int... ids) {
        add(Mark.NEW, ids);
    }

    /**
     * Adds tokens that this session has generated.
     *
     * @param evaluated how many of them were evaluated in turn, the first ones
     */
    void addOwn(int evaluated, int... ids) {
        add(Mark.OWN, ids);
        Collections.fill(
                marks.subList(marks.size() - ids.length, marks.size())
                        .subList(0, Math.min(evaluated, ids.length)),
                Mark.DONE);
    }

    /** Adds tokens that stand for text that was evaluated, or generated, as other tokens. */
    void addCut(int... ids) {
        add(Mark.CUT, ids);
    }

    private void add(Mark mark, int... ids) {
        tokens.addAll(ids);
        marks.addAll(Collections.nCopies(ids.length, mark));
    }

    /** Keeps the first {@code length} tokens. */
    void cut(int length) {
        tokens.cut(length);
        marks.subList(length, marks.size()).clear();
    }

    /** Whether there are tokens that somebody else wrote and that were not evaluated yet. */
    boolean hasUnread() {
        return marks.contains(Mark.NEW) || marks.contains(Mark.CUT);
    }

    /** Whether one of the tokens from {@code from} on has been evaluated. */
    boolean isEvaluatedFrom(int from) {
        return marks.subList(from, marks.size()).contains(Mark.DONE);
    }

    /** Notes that the first {@code length} tokens are in the cache now. */
    Work found(int length) {
        int cached = 0;
        for (int i = 0; i < length; i++) {
            cached += marks.set(i, Mark.DONE) == Mark.NEW ? 1 : 0;
        }
        return Work.cached(cached);
    }

    /**
     * Notes that tokens of a job were evaluated, all or some of which may be gone from the text.
     *
     * @param job the job's tokens
     * @param given how many of them were given, not generated
     */
    Work evaluated(IntList job, int given, int from, int to, long nanos) {
        int seam = 0;
        int here = Math.clamp(tokens.commonPrefix(job), from, to);
        int own = Math.max(0, to - Math.max(here, given));
        for (int i = from; i < here; i++) {
            Mark before = marks.set(i, Mark.DONE);
            seam += before == Mark.DONE || before == Mark.CUT ? 1 : 0;
            own += before == Mark.OWN ? 1 : 0;
        }
        return Work.evaluated(to - from, seam, own, nanos);
    }

    /** Keeps work for the next stream's report. */
    void keep(Work work) {
        unreported = unreported.plus(work);
    }

    /** The work that was kept. */
    Work unreported() {
        return unreported;
    }

    /** Hands over the work that was kept. */
    Work report() {
        Work work = unreported;
        unreported = Work.NONE;
        return work;
    }
}
