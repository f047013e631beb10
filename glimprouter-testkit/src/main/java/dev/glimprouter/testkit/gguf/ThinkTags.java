package dev.glimprouter.testkit.gguf;

/** How a vocabulary holds {@code <think>} and {@code </think>}. */
public enum ThinkTags {
    /** As ordinary text of several tokens. */
    ORDINARY,
    /** As one token each that stays visible when special tokens are hidden. */
    USER_DEFINED,
    /** As one control token each. */
    CONTROL
}
