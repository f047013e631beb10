package dev.glimprouter.testkit.upstream.dialect;

import tools.jackson.databind.node.ObjectNode;

/** Whose version of OpenAI's interface it is. */
enum Flavour {
    VLLM,
    SGLANG,
    LLAMA,
    OPENAI;

    /** How it writes log-probabilities. */
    Logprobs logprobs() {
        return switch (this) {
            case VLLM, OPENAI ->
                    new Logprobs(LogprobQuirks.FLOOR, false, false, false, false, true, true);
            case SGLANG -> new Logprobs(Double.NaN, false, false, true, false, false, false);
            case LLAMA -> new Logprobs(-Float.MAX_VALUE, true, false, false, true, true, false);
        };
    }

    /** Whether completions have lists of entries where OpenAI has arrays. */
    boolean listsEverywhere() {
        return this == LLAMA;
    }

    /** Whether the reason comes in a chunk after the last token's. */
    boolean finishesApart(boolean chat) {
        return switch (this) {
            case VLLM -> false;
            case SGLANG -> chat;
            case LLAMA, OPENAI -> true;
        };
    }

    /** Adds what tells a stop string from the end of the sequence. */
    void stopFields(ObjectNode choice, Finish finish) {
        boolean word = finish.why() == Finish.Why.WORD;
        switch (this) {
            case VLLM -> choice.put("stop_reason", word ? finish.word() : null);
            case SGLANG -> {
                if (finish.why() == Finish.Why.END) {
                    choice.put("matched_stop", Vocabulary.END);
                } else {
                    choice.put("matched_stop", word ? finish.word() : null);
                }
            }
            case LLAMA, OPENAI -> {}
        }
    }

    /** Adds the fields of a choice that has not ended. */
    void openFields(ObjectNode choice) {
        switch (this) {
            case VLLM -> choice.putNull("stop_reason");
            case SGLANG -> choice.putNull("matched_stop");
            case LLAMA, OPENAI -> {}
        }
    }
}
