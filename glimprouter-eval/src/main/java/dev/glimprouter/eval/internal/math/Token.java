package dev.glimprouter.eval.internal.math;

/**
 * A piece of a formula in its normal form: one spelling for all that mean the same.
 *
 * @param text a number's digits without marks, a letter, a word in small letters, a command without
 *     its backslash, or a sign
 * @param spaced whether a space stands before it
 */
record Token(Kind kind, String text, boolean spaced) {

    enum Kind {
        NUMBER,
        LETTER,
        WORD,
        COMMAND,
        SIGN,
        /** The beginning of an environment, by its name. */
        BEGIN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isCommand(String name) {
        return kind == Kind.COMMAND && text.equals(name);
    }

    static Token sign(String text) {
        return new Token(Kind.SIGN, text, false);
    }

    static Token number(String digits) {
        return new Token(Kind.NUMBER, digits, false);
    }
}
