package dev.glimprouter.gateway.internal.traces;

/** Text within HTML. */
final class Html {

    private Html() {}

    /** The text with everything escaped that HTML could take for its own, quotes included. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
