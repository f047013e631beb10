package dev.glimprouter.openai.internal.profile;

/** Who turns the conversation into the beginning of a prompt. */
public enum HeadRenderer {
    /** The server's tokenizer route, given messages: the answer is token ids. */
    TOKENIZE_MESSAGES,
    /** llama-server's {@code /apply-template}: the answer is text. */
    APPLY_TEMPLATE,
    /** This program, with a chat template that it is given. */
    OUR_TEMPLATE,
    /** The server, at every request: only messages are sent. */
    CHAT
}
