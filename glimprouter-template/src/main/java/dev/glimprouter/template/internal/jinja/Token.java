package dev.glimprouter.template.internal.jinja;

/** One token of a tag; {@code text} is the decoded content of a string, otherwise the source. */
record Token(Kind kind, String text, int line) {
    /** What a token is. */
    enum Kind {
        NAME,
        STRING,
        INTEGER,
        FLOAT,
        OPERATOR,
        END
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /** The token as an error shows it. */
    String shown() {
        return kind == Kind.END ? "end of tag" : "'" + text + "'";
    }
}
