package dev.glimprouter.testkit.gguf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a kind of tokenizer spells bytes and words in its vocabulary. */
final class Spelling {

    private static final int BYTES = 256;
    private static final char SPACE = '\u2581';

    private final TokenizerKind kind;

    Spelling(TokenizerKind kind) {
        this.kind = kind;
    }

    /** The token for a byte of its own. */
    String of(byte b) {
        return switch (kind) {
            case BYTE_PAIRS -> printable(Byte.toUnsignedInt(b));
            case SENTENCE_PIECES -> String.format(Locale.ROOT, "<0x%02X>", Byte.toUnsignedInt(b));
        };
    }

    /** The smallest parts of a word, as they stand within tokens. */
    List<String> parts(String word) {
        List<String> parts = new ArrayList<>();
        switch (kind) {
            case BYTE_PAIRS -> {
                for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
                    parts.add(of(b));
                }
            }
            case SENTENCE_PIECES ->
                    word.replace(' ', SPACE)
                            .codePoints()
                            .mapToObj(Character::toString)
                            .forEach(parts::add);
        }
        return parts;
    }

    /** GPT-2's way to write any byte as one printable character. */
    private static String printable(int value) {
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
