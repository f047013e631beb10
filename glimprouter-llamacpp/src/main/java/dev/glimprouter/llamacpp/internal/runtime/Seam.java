package dev.glimprouter.llamacpp.internal.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Joins more text to a session's tokens so that as few as possible are evaluated again. */
final class Seam {

    /** Most tokens of a word that are taken back where a cut fell inside it. */
    private static final int WORD_TOKENS = 4;

    private final Tokenizer tokenizer;
    private final IntList text;
    private final int head;

    Seam(Tokenizer tokenizer, IntList text, int head) {
        this.tokenizer = tokenizer;
        this.text = text;
        this.head = head;
    }

    /**
     * Adopts the tokens of a generation if {@code more} is what it wrote, or a beginning of it.
     *
     * <p>A token that {@code more} cuts is replaced by the tokens of what is left of it.
     *
     * @return whether it was adopted
     */
    boolean adopt(GenerateJob mine, String more) {
        byte[] wanted = more.getBytes(StandardCharsets.UTF_8);
        int[] ids = mine.generated();
        int adopted = 0;
        int bytes = 0;
        while (adopted < ids.length) {
            byte[] piece = tokenizer.piece(ids[adopted]);
            int end = Math.min(piece.length, wanted.length - bytes);
            if (!Arrays.equals(piece, 0, end, wanted, bytes, bytes + end)) {
                return false;
            }
            if (end < piece.length) {
                break;
            }
            bytes += piece.length;
            adopted++;
        }
        boolean cutInside = adopted < ids.length;
        if (bytes < wanted.length && !cutInside) {
            return false;
        }
        text.addAll(Arrays.copyOf(ids, adopted));
        text.addAll(
                tokenizer.text(
                        new String(wanted, bytes, wanted.length - bytes, StandardCharsets.UTF_8)));
        return true;
    }

    /**
     * Appends text that somebody else wrote.
     *
     * @return how many tokens of the old text stayed
     */
    int join(String more) {
        int kept = text.size();
        String word = "";
        if (Character.isLetterOrDigit(more.codePointAt(0))) {
            word = lastWordPart();
            kept = text.size() - takenBack(word);
        }
        text.cut(kept);
        text.addAll(tokenizer.text(word + more));
        return kept;
    }

    /** The text of the last tokens if they end in the middle of a word, else nothing. */
    private String lastWordPart() {
        String found = "";
        for (int count = 1; count <= WORD_TOKENS && text.size() - count >= head; count++) {
            String tail = textOfLast(count);
            if (tail.isEmpty() || !isWordEnd(tail)) {
                return found;
            }
            found = tail;
            if (!Character.isLetterOrDigit(tail.codePointAt(0))) {
                return found;
            }
        }
        return found;
    }

    private static boolean isWordEnd(String tail) {
        return Character.isLetterOrDigit(tail.codePointBefore(tail.length()));
    }

    private int takenBack(String word) {
        int count = 0;
        while (!word.isEmpty() && !textOfLast(count).equals(word)) {
            count++;
        }
        return count;
    }

    private String textOfLast(int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = text.size() - count; i < text.size(); i++) {
            bytes.writeBytes(tokenizer.piece(text.get(i)));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException inTheMiddle) {
            return "";
        }
    }
}
