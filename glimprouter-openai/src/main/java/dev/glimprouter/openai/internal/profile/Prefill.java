package dev.glimprouter.openai.internal.profile;

/** How a prompt is brought into a server's cache without an answer. */
public enum Prefill {
    /** By asking for one token, which is thrown away. */
    MAX_TOKENS_1,
    /** llama-server: by asking for none. */
    N_PREDICT_0,
    /** SGLang: by asking its own {@code /generate} for none. */
    MAX_NEW_TOKENS_0,
    /** Not at all. */
    NONE
}
