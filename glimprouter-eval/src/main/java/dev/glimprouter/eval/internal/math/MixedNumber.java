package dev.glimprouter.eval.internal.math;

/** Says whether a fraction of two plain numbers follows a whole number: 1 4/5 is a sum. */
final class MixedNumber {

    private static final String TWO_DIGITS = "\\d\\d";

    private MixedNumber() {}

    /** Whether the fraction at the place of a cursor is made of plain numbers. */
    static boolean isNext(Cursor cursor) {
        if (cursor.sees(Token.Kind.NUMBER, 1)
                && cursor.text(1).matches(TWO_DIGITS)
                && !cursor.sees("{", 2)) {
            return true;
        }
        int top = numberEnd(cursor, 1);
        return top > 0 && numberEnd(cursor, top) > 0;
    }

    // The place behind a number in braces or bare, or -1.
    private static int numberEnd(Cursor cursor, int from) {
        if (cursor.sees(Token.Kind.NUMBER, from)) {
            return from + 1;
        }
        boolean braced =
                cursor.sees("{", from)
                        && cursor.sees(Token.Kind.NUMBER, from + 1)
                        && cursor.sees("}", from + 2);
        return braced ? from + 3 : -1;
    }
}
