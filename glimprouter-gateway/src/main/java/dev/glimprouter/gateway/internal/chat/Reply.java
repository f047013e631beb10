package dev.glimprouter.gateway.internal.chat;

/** Takes what a client is told, choice by choice. Never throws because a client is gone. */
public interface Reply {

    /** A piece of the reasoning, not empty. */
    void reasoning(int choice, String text);

    /** A piece of the answer, not empty. */
    void answer(int choice, String text);

    /** Whether the client sees text while it is written. */
    boolean live();

    /** The next piece may take a while: a client that sees text as it is written is shown it. */
    default void pause() {}

    /** An answer is complete. */
    void ended(int choice, Ended ended);
}
