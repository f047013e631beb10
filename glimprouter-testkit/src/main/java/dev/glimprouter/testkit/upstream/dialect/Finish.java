package dev.glimprouter.testkit.upstream.dialect;

/**
 * How a generation ended.
 *
 * @param why the reason
 * @param word the stop string; empty for other reasons
 */
record Finish(Why why, String word) {

    enum Why {
        WORD,
        END,
        LENGTH,
        ABORT
    }

    static Finish of(Why why) {
        return new Finish(why, "");
    }

    /** The reason as OpenAI's interface has it. */
    String reason() {
        return switch (why) {
            case WORD, END -> "stop";
            case LENGTH -> "length";
            case ABORT -> "abort";
        };
    }
}
