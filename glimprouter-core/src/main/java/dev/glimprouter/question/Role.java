package dev.glimprouter.question;

/** Who says a message. */
public enum Role {
    /** The instruction that frames the conversation. */
    SYSTEM,
    /** The person who asks. */
    USER,
    /** An earlier answer. */
    ASSISTANT
}
