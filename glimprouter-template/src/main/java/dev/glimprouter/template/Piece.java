package dev.glimprouter.template;

/**
 * A stretch of a rendered prompt, which is to be tokenised apart from its neighbours.
 *
 * <p>The pieces' texts, joined, are what the template wrote.
 */
public sealed interface Piece {
    /** The characters; never empty. */
    String text();

    /**
     * Text of the template: its control tokens, such as {@code <|im_end|>}, are tokens.
     *
     * @param text the characters, at least one
     */
    record TemplateText(String text) implements Piece {
        /** Checks that there is text. */
        public TemplateText {
            requireText(text);
        }
    }

    /**
     * Text of a message: nothing in it is a control token, whatever it looks like.
     *
     * @param text the characters, at least one
     */
    record MessageText(String text) implements Piece {
        /** Checks that there is text. */
        public MessageText {
            requireText(text);
        }
    }

    private static void requireText(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a piece has text");
        }
    }
}
