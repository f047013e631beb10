package dev.glimprouter.llamacpp.internal.gguf;

/** What is wrong with a file, on its way to the one place that knows the file's name. */
final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 60;

    private final String advice;

    Broken(String what) {
        this(what, "pull it again or take another file");
    }

    Broken(String what, String advice) {
        super(what, null, false, false);
        this.advice = advice;
    }

    /** What to do about it. */
    String advice() {
        return advice;
    }

    /** A text out of the file made fit for one line of a message. */
    static String quote(String text) {
        String start = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) : text;
        var quoted = new StringBuilder("'");
        start.codePoints().map(c -> isShown(c) ? c : '?').forEach(quoted::appendCodePoint);
        return quoted.append(text.length() > LONGEST_QUOTE ? "...'" : "'").toString();
    }

    private static boolean isShown(int codePoint) {
        return !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE;
    }
}
