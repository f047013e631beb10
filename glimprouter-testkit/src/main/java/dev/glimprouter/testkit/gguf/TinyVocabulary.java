package dev.glimprouter.testkit.gguf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A vocabulary: 256 bytes, then words and how they are built up, then the control tokens.
 *
 * @param kind how it spells
 * @param tokens the texts by id
 * @param types the format's number for each token's type
 * @param merges the pairs to join, the first ones first; none for sentence pieces
 * @param firstByte the id of byte 0
 * @param control the id of the first control token after the words
 */
record TinyVocabulary(
        TokenizerKind kind,
        List<String> tokens,
        List<Integer> types,
        List<String> merges,
        int firstByte,
        int control) {

    static final String IM_START = "<|im_start|>";
    static final String IM_END = "<|im_end|>";
    static final String END_OF_TEXT = "<|endoftext|>";

    private static final int NORMAL = 1;
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;
    private static final int BYTE = 6;
    private static final int BYTES = 256;

    /** Joined from left to right, so that each is one token where a text has it as a word. */
    private static final List<String> WORDS =
            List.of(
                    ".\n\n",
                    ":\n\n",
                    "?\n\n",
                    ">\n\n",
                    "\n\n",
                    " think",
                    " the",
                    " then",
                    " two",
                    " so",
                    " step",
                    " we",
                    " wait",
                    " is",
                    " add",
                    " sum",
                    " answer",
                    " of",
                    " equals",
                    " half",
                    " number",
                    " check",
                    " because",
                    " maybe",
                    " total",
                    "<think",
                    "</",
                    "think",
                    "step",
                    "Wait",
                    "So",
                    "Next",
                    "user",
                    "system",
                    "assistant");

    static TinyVocabulary of(TokenizerKind kind, ThinkTags tags) {
        boolean pieces = kind == TokenizerKind.SENTENCE_PIECES;
        var spelling = new Spelling(kind);
        List<Integer> types = new ArrayList<>();
        Set<String> tokens = new LinkedHashSet<>();
        if (pieces) {
            tokens.addAll(List.of("<unk>", "<s>", "</s>"));
            types.addAll(List.of(UNKNOWN, CONTROL, CONTROL));
        }
        int firstByte = tokens.size();
        for (int b = 0; b < BYTES; b++) {
            tokens.add(spelling.of((byte) b));
            types.add(pieces ? BYTE : NORMAL);
        }
        tokens.addAll(spelling.parts(" "));
        List<String> merges = new ArrayList<>();
        WORDS.forEach(word -> merge(spelling.parts(word), tokens, merges));
        int control = tokens.size();
        types.addAll(Collections.nCopies(control - types.size(), NORMAL));
        tokens.addAll(List.of(END_OF_TEXT, IM_START, IM_END));
        types.addAll(Collections.nCopies(3, CONTROL));
        if (tags != ThinkTags.ORDINARY) {
            tokens.addAll(List.of("<think>", "</think>"));
            int type = tags == ThinkTags.CONTROL ? CONTROL : USER_DEFINED;
            types.addAll(Collections.nCopies(2, type));
        }
        return new TinyVocabulary(
                kind,
                List.copyOf(tokens),
                List.copyOf(types),
                pieces ? List.of() : List.copyOf(merges),
                firstByte,
                control);
    }

    int size() {
        return tokens.size();
    }

    /** The id of a token by its text; -1 where there is none. */
    int id(String text) {
        int special = tokens.indexOf(text);
        if (special >= control || (special >= 0 && special < firstByte)) {
            return special;
        }
        int word = tokens.indexOf(String.join("", new Spelling(kind).parts(text)));
        boolean isByte = text.length() == 1 && text.charAt(0) < BYTES / 2;
        return word < 0 && isByte ? firstByte + text.charAt(0) : word;
    }

    /** Whether a token is a byte of its own that is no printable ASCII and no newline. */
    boolean isRawByte(int id) {
        int value = id - firstByte;
        return value >= 0 && value < BYTES && value != '\n' && (value < ' ' || value > '~');
    }

    /** What a longer token is worth when text is cut into pieces: the earlier, the more. */
    List<Float> scores() {
        return IntStream.range(0, size()).mapToObj(id -> (float) -id).toList();
    }

    private static void merge(List<String> parts, Set<String> tokens, List<String> merges) {
        String sofar = parts.getFirst();
        for (String next : parts.subList(1, parts.size())) {
            if (tokens.add(sofar + next)) {
                merges.add(sofar + " " + next);
            }
            sofar += next;
        }
    }
}
