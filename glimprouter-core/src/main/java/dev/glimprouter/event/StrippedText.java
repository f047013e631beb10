package dev.glimprouter.event;

/**
 * A text without its outer white space, given out piece by piece as soon as it is sure.
 *
 * <p>White space is held back until something follows it. Not thread safe.
 */
public final class StrippedText {

    private final StringBuilder held = new StringBuilder();
    private boolean begun;

    /** A text of which nothing has come yet. */
    public StrippedText() {}

    /** Adds a piece and gives back what became sure, possibly nothing. */
    public String add(String piece) {
        if (begun && held.isEmpty() && endsInContent(piece)) {
            return piece;
        }
        held.append(piece);
        String sure = held.toString().stripTrailing();
        if (sure.isBlank()) {
            return "";
        }
        held.delete(0, sure.length());
        String out = begun ? sure : sure.stripLeading();
        begun = true;
        return out;
    }

    private static boolean endsInContent(String piece) {
        return !piece.isEmpty() && !Character.isWhitespace(piece.charAt(piece.length() - 1));
    }
}
