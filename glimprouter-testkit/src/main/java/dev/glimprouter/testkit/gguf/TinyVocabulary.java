package dev.glimprouter.testkit.gguf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A byte-level BPE vocabulary: 256 bytes, then what the merges make, then the control tokens.
 *
 * @param tokens the texts by id, each byte written as a printable character
 * @param types the format's number for each token's type
 * @param merges the pairs to join, the first ones first
 * @param control the id of the first control token
 */
record TinyVocabulary(List<String> tokens, List<Integer> types, List<String> merges, int control) {

    static final String IM_START = "<|im_start|>";
    static final String IM_END = "<|im_end|>";
    static final String END_OF_TEXT = "<|endoftext|>";

    private static final int NORMAL = 1;
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;
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

    static TinyVocabulary of(ThinkTags tags) {
        Set<String> tokens = new LinkedHashSet<>();
        for (int b = 0; b < BYTES; b++) {
            tokens.add(printable((byte) b));
        }
        List<String> merges = new ArrayList<>();
        WORDS.forEach(word -> merge(word, tokens, merges));
        int control = tokens.size();
        tokens.addAll(List.of(END_OF_TEXT, IM_START, IM_END));
        List<Integer> types = new ArrayList<>(Collections.nCopies(control, NORMAL));
        types.addAll(Collections.nCopies(3, CONTROL));
        if (tags != ThinkTags.ORDINARY) {
            tokens.addAll(List.of("<think>", "</think>"));
            int type = tags == ThinkTags.CONTROL ? CONTROL : USER_DEFINED;
            types.addAll(Collections.nCopies(2, type));
        }
        return new TinyVocabulary(
                List.copyOf(tokens), List.copyOf(types), List.copyOf(merges), control);
    }

    int size() {
        return tokens.size();
    }

    /** The id of a token by its text; -1 where there is none. */
    int id(String text) {
        int special = tokens.indexOf(text);
        return special >= control ? special : tokens.indexOf(printable(text));
    }

    /** Whether a token is a byte of its own that is no printable ASCII and no newline. */
    boolean isRawByte(int id) {
        return id < BYTES && id != '\n' && (id < ' ' || id > '~');
    }

    private static void merge(String word, Set<String> tokens, List<String> merges) {
        var sofar = new StringBuilder();
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            String next = printable(b);
            if (!sofar.isEmpty() && tokens.add(sofar + next)) {
                merges.add(sofar + " " + next);
            }
            sofar.append(next);
        }
    }

    private static String printable(String text) {
        var printable = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            printable.append(printable(b));
        }
        return printable.toString();
    }

    /** GPT-2's way to write any byte as one printable character. */
    private static String printable(byte b) {
        int value = Byte.toUnsignedInt(b);
        if (isPrintable(value)) {
            return String.valueOf((char) value);
        }
        int shifted = BYTES;
        for (int other = 0; other < value; other++) {
            if (!isPrintable(other)) {
                shifted++;
            }
        }
        return String.valueOf((char) shifted);
    }

    private static boolean isPrintable(int value) {
        return (value >= '!' && value <= '~')
                || (value >= '\u00a1' && value <= '\u00ff' && value != '\u00ad');
    }
}
