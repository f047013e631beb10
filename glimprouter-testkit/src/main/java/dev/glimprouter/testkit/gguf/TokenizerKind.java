package dev.glimprouter.testkit.gguf;

/** How a vocabulary writes bytes and words. */
public enum TokenizerKind {
    /** Byte-level BPE, as GPT-2, Qwen and Llama 3 have it. */
    BYTE_PAIRS,
    /** SentencePiece, as Llama 2 has it: it begins every text with its own token and a space. */
    SENTENCE_PIECES
}
