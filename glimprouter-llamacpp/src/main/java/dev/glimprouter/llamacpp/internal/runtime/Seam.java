package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.internal.tokens.Written;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Joins more text to a session's tokens so that as few as possible are evaluated again. */
final class Seam {

    /** Most tokens of a word that are taken back where a cut fell inside it. */
    private static final int WORD_TOKENS = 4;

    private final Tokenizer tokenizer;
    private final Text text;
    private final int head;

    /**
     * The end of a text.
     *
     * @param head its first tokens, which are never taken back
     */
    Seam(Tokenizer tokenizer, Text text, int head) {
        this.tokenizer = tokenizer;
        this.text = text;
        this.head = head;
    }

    /**
     * Appends what a generation after this text wrote, or a beginning of it, or all of it and more.
     *
     * <p>Its tokens are adopted; one that a cut fell inside is replaced by the tokens of what is
     * left of it.
     *
     * @return false, and nothing was done, if it is another text
     */
    boolean adopt(GenerateJob mine, String more) {
        Written written = mine.written();
        boolean beginning = written.text().startsWith(more);
        if (!beginning && !more.startsWith(written.text())) {
            return false;
        }
        int adopted = written.wholeTokens(more.length());
        text.addOwn(mine.evaluated(), mine.ids(adopted));
        String rest = more.substring(written.length(adopted));
        if (beginning) {
            text.addCut(tokenizer.text(rest));
        } else {
            join(rest);
        }
        return true;
    }

    /**
     * Appends text that somebody else wrote.
     *
     * <p>If it goes on in the middle of a word, the last tokens of that word are replaced by those
     * of the longer word.
     */
    void join(String more) {
        int from = text.size() - wordTokens(more);
        String word = textFrom(from).orElseThrow();
        int[] joined = tokenizer.text(word + more);
        int same = from + commonPrefix(from, joined);
        boolean again = text.isEvaluatedFrom(same);
        text.cut(same);
        int cut = again ? Math.max(same - from, tokensOf(word, joined)) : same - from;
        text.addCut(Arrays.copyOfRange(joined, same - from, cut));
        text.addForeign(Arrays.copyOfRange(joined, cut, joined.length));
    }

    /** How many of the last tokens belong to a word that {@code more} goes on with. */
    private int wordTokens(String more) {
        int most = Math.min(WORD_TOKENS, text.size() - head);
        int count = 0;
        String word = more;
        for (int next = 1; next <= most && isInWord(word.codePointAt(0)); next++) {
            Optional<String> tail = textFrom(text.size() - next);
            if (tail.isPresent()) {
                String before = tail.get() + more;
                int added = before.length() - word.length();
                if (added > 0 && !isInWord(before.codePointBefore(added))) {
                    return count;
                }
                word = before;
                count = next;
            }
        }
        return count;
    }

    private static boolean isInWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint);
    }

    /** The text of the tokens from {@code from} on; empty if it begins inside a character. */
    private Optional<String> textFrom(int from) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = from; i < text.size(); i++) {
            bytes.writeBytes(tokenizer.bytes(text.tokens().get(i)));
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()))
                            .toString());
        } catch (CharacterCodingException inside) {
            return Optional.empty();
        }
    }

    private int commonPrefix(int from, int[] joined) {
        int count = 0;
        while (from + count < text.size()
                && count < joined.length
                && text.tokens().get(from + count) == joined[count]) {
            count++;
        }
        return count;
    }

    /** How many of the tokens it takes to cover a word that they begin with. */
    private int tokensOf(String word, int[] joined) {
        int bytes = word.getBytes(StandardCharsets.UTF_8).length;
        int count = 0;
        while (bytes > 0) {
            bytes -= tokenizer.bytes(joined[count++]).length;
        }
        return count;
    }
}
