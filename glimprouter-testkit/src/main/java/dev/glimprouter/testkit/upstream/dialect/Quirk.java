package dev.glimprouter.testkit.upstream.dialect;

/** Something odd that servers or what stands before them are known to do. */
public enum Quirk {
    /** A comment goes before each message of a stream. */
    KEEP_ALIVE,
    /** Events are written as {@code data:} without a blank. */
    NO_BLANK,
    /** Lines of events end with a carriage return and a newline. */
    CARRIAGE_RETURNS,
    /** A stream ends without {@code [DONE]}. */
    NO_DONE,
    /** A stream ends without a reason, without usage and without {@code [DONE]}. */
    NO_FINISH,
    /** A completions stream begins with a chunk of empty text and null for its logprobs. */
    ROLE_CHUNK,
    /** A chunk with usage and without choices ends each stream, asked for or not. */
    USAGE_CHUNK,
    /** Usage is never told. */
    NO_USAGE,
    /** Cached tokens are not told. */
    NO_CACHE_REPORT,
    /** Logprobs are null where they were asked for. */
    LOGPROBS_NULL,
    /** Half as many candidates are listed as were asked for. */
    LOGPROBS_FEWER,
    /** The second candidate bears the name and the id of the first. */
    LOGPROBS_TWICE,
    /** The last candidate has logprob -9999.0. */
    LOGPROBS_FLOOR,
    /** The last candidate's logprob is null. */
    LOGPROBS_NULL_VALUE,
    /** From the second token on, the written one alone is listed, with logprob 0.0. */
    LOGPROBS_DRAFTED,
    /** Logprobs are raw where the server would tell them after temperature. */
    LOGPROBS_RAW,
    /** A token with a character of several bytes is written as two, cut inside the character. */
    SPLIT_CHARACTERS,
    /** Text that may become a stop string is held back even if stop strings are kept. */
    HOLD_BACK,
    /** Chat: text before the close tag comes as {@code reasoning_content}; the tag is swallowed. */
    REASONING_CONTENT,
    /** Chat: text before the close tag comes as {@code reasoning}; the tag is swallowed. */
    REASONING,
    /** The template's generation prompt opens the reasoning by itself. */
    TEMPLATE_THINKS,
    /** The template writes the begin-of-sequence token by itself. */
    TEMPLATE_BEGINS,
    /** The template strips blanks from the end of an assistant message that is to be continued. */
    TEMPLATE_STRIPS,
    /** The tokenizer puts a begin-of-sequence token before a text. */
    BEGIN_TOKEN,
    /** The queue is full: told by an error event under status 200. */
    QUEUE_FULL_EVENT
}
