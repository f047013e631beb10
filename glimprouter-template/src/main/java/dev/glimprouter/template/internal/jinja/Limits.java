package dev.glimprouter.template.internal.jinja;

/**
 * What one rendering may use. A template comes from a model file and is not trusted: steps,
 * nesting, the length of any text and the characters copied in all are bounded, and with them time
 * and memory. Not thread-safe; one object per rendering.
 */
final class Limits {
    /** The longest text that a template may write besides the messages: 1 Mi characters. */
    static final int MAX_TEXT = 1 << 20;

    private static final int MAX_STEPS = 5_000_000;
    private static final int MAX_NESTING = 400;
    private static final int COPIES = 64;
    private static final int CHARS_PER_ITEM = 64;

    private final long maxText;
    private long stepsLeft = MAX_STEPS;
    private long copiesLeft;
    private int nesting;

    /** Limits for a rendering whose messages have {@code messageChars} characters in all. */
    Limits(long messageChars) {
        this.maxText = MAX_TEXT + messageChars;
        this.copiesLeft = COPIES * maxText;
    }

    /** Counts one evaluated node. */
    void step() {
        if (--stepsLeft < 0) {
            throw new JinjaException("the template takes more than " + MAX_STEPS + " steps");
        }
    }

    /** Counts characters or items that an operation reads or copies. */
    void work(long amount) {
        copiesLeft -= amount;
        if (copiesLeft < 0) {
            throw new JinjaException("the template copies too much text");
        }
    }

    /** Counts the items of a new list; an item is as much work as some characters. */
    void items(long count) {
        work(count * CHARS_PER_ITEM);
    }

    /**
     * Counts a search for a text of {@code needle} characters, which may compare each at each
     * place.
     */
    void search(int haystack, int needle) {
        work((long) haystack * (1 + needle / 16));
    }

    /** Counts {@code more} characters put after {@code length} others. */
    void textGrows(long length, long more) {
        if (length + more > maxText) {
            throw new JinjaException("the template writes more than " + MAX_TEXT + " characters");
        }
        work(more);
    }

    /** Goes one level deeper; each call is paired with {@link #leave}. */
    void enter() {
        if (++nesting > MAX_NESTING) {
            throw new JinjaException("nested deeper than " + MAX_NESTING + " levels");
        }
    }

    void leave() {
        nesting--;
    }
}
