package dev.glimprouter.openai;

import dev.glimprouter.engine.EngineInfo;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a server is and does, as an examination saw it.
 *
 * @param engine the kind of server (its profile), its version, its model and the sizes that it
 *     tells
 * @param form how prompts go to it
 * @param glimpse what it tells of its first token
 * @param stopText what becomes of the text at which a step ends
 * @param prompt how it counts a prompt
 * @param abort what happens when a reader hangs up
 * @param speed how fast it was
 */
public record ServerFacts(
        EngineInfo engine,
        PromptForm form,
        Glimpse glimpse,
        StopText stopText,
        PromptCount prompt,
        Abort abort,
        Speed speed) {

    /** Checks for nulls. */
    public ServerFacts {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(glimpse, "glimpse");
        Objects.requireNonNull(stopText, "stopText");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(abort, "abort");
        Objects.requireNonNull(speed, "speed");
    }

    /** How prompts go to a server. */
    public enum PromptForm {
        /** As token ids. */
        TOKENS,
        /** As token ids and texts in turn. */
        MIXED,
        /** As rendered text. */
        TEXT,
        /** As messages, of which the assistant's is continued. */
        CHAT
    }

    /**
     * What a server tells of its first token.
     *
     * @param asked how many candidates it was asked for
     * @param listed how many it listed; 0 for none
     * @param distribution which distribution they are of
     */
    public record Glimpse(int asked, int listed, Distribution distribution) {}

    /** A distribution over the next token. */
    public enum Distribution {
        /** Of the model itself, at temperature 1. */
        RAW,
        /** After the temperature, from which the profile restores the raw one. */
        RESTORED,
        /** After the temperature, and taken for raw. */
        TEMPERED,
        /** The two answers do not tell. */
        UNKNOWN
    }

    /** What becomes of the text at which a step ends. */
    public enum StopText {
        /** The server ends the step and keeps the text. */
        KEPT,
        /** The server ends the step and cuts the text off; here it is put back. */
        PUT_BACK,
        /** The step is ended here, by closing the stream. */
        SOUGHT_HERE,
        /** The server ends the step and cuts the text off although it was told to keep it. */
        STRIPPED,
        /** No step ended within the tokens of the examination. */
        UNKNOWN
    }

    /**
     * How a server counts a prompt.
     *
     * @param tokens tokens of the prompt by its count; empty where it does not tell
     * @param begin the token that begins the sequence
     * @param cachedTokens those of its tokens that it found again when it was asked the same a
     *     second time; empty where it does not tell
     */
    public record PromptCount(OptionalInt tokens, Begin begin, OptionalInt cachedTokens) {}

    /** The token that begins a sequence. */
    public enum Begin {
        /** It is there as often as the template says. */
        RIGHT,
        /** It is there twice. */
        DOUBLED,
        /** The server does not tell. */
        UNKNOWN
    }

    /**
     * What happens when a reader hangs up after the first token of a long answer.
     *
     * @param end how the time was told
     * @param nanos nanoseconds from the hang-up to that end
     * @param tokensPast tokens that the server was seen to generate past those that had arrived:
     *     llama-server forgets its count when it stops, so that there the last few may be missing;
     *     empty where it does not tell
     */
    public record Abort(End end, long nanos, OptionalInt tokensPast) {

        /** What the time was taken to. */
        public enum End {
            /** The server said that it was idle, or generated nothing more. */
            IDLE,
            /** The server does not say; its next answer began. */
            ANSWERED,
            /** The server was still busy when the examination lost patience. */
            BUSY
        }
    }

    /**
     * How fast a server was, alone with the examination or not.
     *
     * @param promptTokens tokens of the prompt that it had to evaluate
     * @param prefillNanos nanoseconds of evaluating them
     * @param decodedTokens tokens that it generated
     * @param decodeNanos nanoseconds of generating them
     * @param told whether the times are the server's own; else they were measured here
     */
    public record Speed(
            int promptTokens,
            long prefillNanos,
            int decodedTokens,
            long decodeNanos,
            boolean told) {}
}
