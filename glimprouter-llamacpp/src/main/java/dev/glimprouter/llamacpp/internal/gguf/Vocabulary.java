package dev.glimprouter.llamacpp.internal.gguf;

import java.util.OptionalInt;

/**
 * What a file says about its tokens.
 *
 * @param model the kind of tokenizer: {@code gpt2} for byte-level BPE, {@code llama} for
 *     SentencePiece
 * @param preTokenizer how text is cut before merging; blank where the file does not say
 * @param size number of tokens
 * @param begin the id of the token that begins a text
 * @param end the id of the token that ends a text
 * @param endOfTurn the id of the token that ends a turn
 * @param padding the id of the token that fills up
 * @param unknown the id of the token for what cannot be said
 * @param addsBegin whether the file wants {@code begin} in front of every text
 */
public record Vocabulary(
        String model,
        String preTokenizer,
        int size,
        OptionalInt begin,
        OptionalInt end,
        OptionalInt endOfTurn,
        OptionalInt padding,
        OptionalInt unknown,
        boolean addsBegin) {}
