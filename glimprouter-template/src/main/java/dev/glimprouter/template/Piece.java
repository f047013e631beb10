package dev.glimprouter.template;

/** A stretch of a rendered prompt, which is to be tokenised apart from its neighbours. */
public sealed interface Piece {
    /** The characters; never empty. */
    String text();

    /** Text of the template: its control tokens, such as {@code <|im_end|>}, are tokens. */
    record TemplateText(String text) implements Piece {
        public TemplateText {
            requireText(text);
        }
    }

    /** Text of a message: nothing in it is a control token, whatever it looks like. */
    record MessageText(String text) implements Piece {
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
