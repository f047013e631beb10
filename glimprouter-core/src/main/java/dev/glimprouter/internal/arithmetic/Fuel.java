package dev.glimprouter.internal.arithmetic;

/** How much reading one step is worth, in lexemes looked at; not thread safe. */
final class Fuel {

    private int left;

    Fuel(int lexemes) {
        left = lexemes;
    }

    /** Uses one. */
    void burn() {
        burn(1);
    }

    void burn(int lexemes) {
        left -= lexemes;
        Unreadable.unless(left > 0, "too long to read");
    }

    boolean isEmpty() {
        return left <= 0;
    }
}
