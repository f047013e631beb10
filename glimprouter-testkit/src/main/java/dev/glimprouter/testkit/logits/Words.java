package dev.glimprouter.testkit.logits;

import dev.glimprouter.engine.TokenTable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A vocabulary: id 0 ends a text, id 1 stands for a character that nothing else covers.
 *
 * @param texts the texts from id 2 on
 */
public record Words(List<String> texts) implements TokenTable {

    /** The id that ends a text. */
    public static final int END = 0;

    private static final int UNKNOWN = 1;
    private static final int FIRST = 2;

    /** Copies the list. */
    public Words {
        texts = List.copyOf(texts);
    }

    /** A vocabulary of these texts. */
    public static Words of(String... texts) {
        return new Words(List.of(texts));
    }

    @Override
    public int size() {
        return FIRST + texts.size();
    }

    /** What a token stands for. */
    public String text(int id) {
        return id == END ? "<end>" : id == UNKNOWN ? "?" : texts.get(id - FIRST);
    }

    @Override
    public byte[] bytes(int id) {
        return text(id).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean endsText(int id) {
        return id == END;
    }

    /** The tokens of a text: always the longest that fits. */
    public int[] ids(String text) {
        IntStream.Builder ids = IntStream.builder();
        int at = 0;
        while (at < text.length()) {
            int id = longest(text, at);
            ids.add(id);
            at += id == UNKNOWN ? 1 : text(id).length();
        }
        return ids.build().toArray();
    }

    private int longest(String text, int at) {
        int best = UNKNOWN;
        int length = 0;
        for (int id = FIRST; id < size(); id++) {
            if (text.startsWith(text(id), at) && text(id).length() > length) {
                best = id;
                length = text(id).length();
            }
        }
        return best;
    }
}
