package dev.glimprouter.openai.internal.profile;

/** A form in which a prompt can be sent. */
public enum PromptMode {
    /** Token ids: nothing is added, nothing is read differently. */
    TOKENS,
    /** Token ids and texts in turn, each text tokenized by itself. */
    MIXED,
    /** The rendered text, tokenized by the server. */
    TEXT,
    /** Messages, the last one being the beginning of the assistant's. */
    CHAT
}
