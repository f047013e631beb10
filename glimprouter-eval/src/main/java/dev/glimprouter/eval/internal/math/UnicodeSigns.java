package dev.glimprouter.eval.internal.math;

import java.util.Map;

/** Signs beyond ASCII, and the LaTeX that says the same. */
final class UnicodeSigns {

    private static final Map<Character, String> CHARACTERS =
            Map.ofEntries(
                    Map.entry('\u2212', "-"),
                    Map.entry('\u2013', "-"),
                    Map.entry('\u2014', "-"),
                    Map.entry('\u00d7', "*"),
                    Map.entry('\u00b7', "*"),
                    Map.entry('\u22c5', "*"),
                    Map.entry('\u00f7', "/"),
                    Map.entry('\u2044', "/"),
                    Map.entry('\u221a', "\\sqrt "),
                    Map.entry('\u03c0', "\\pi "),
                    Map.entry('\u03b8', "\\theta "),
                    Map.entry('\u03b1', "\\alpha "),
                    Map.entry('\u03b2', "\\beta "),
                    Map.entry('\u221e', "\\infty "),
                    Map.entry('\u2264', "\\le "),
                    Map.entry('\u2265', "\\ge "),
                    Map.entry('\u2260', "\\ne "),
                    Map.entry('\u2248', "\\approx "),
                    Map.entry('\u00b1', "\\pm "),
                    Map.entry('\u2213', "\\mp "),
                    Map.entry('\u222a', "\\cup "),
                    Map.entry('\u2229', "\\cap "),
                    Map.entry('\u2208', "\\in "),
                    Map.entry('\u2205', "\\emptyset "),
                    Map.entry('\u211d', "\\mathbb{R} "),
                    Map.entry('\u27e8', "\\langle "),
                    Map.entry('\u27e9', "\\rangle "),
                    Map.entry('\u00b0', "\\degree "),
                    Map.entry('\u00b2', "^2 "),
                    Map.entry('\u00b3', "^3 "),
                    Map.entry('\u00bd', "\\frac12 "),
                    Map.entry('\u00bc', "\\frac14 "),
                    Map.entry('\u00be', "\\frac34 "),
                    Map.entry('\u00a0', " "),
                    Map.entry('\u2009', " "),
                    Map.entry('\u202f', " "),
                    Map.entry('~', " "),
                    Map.entry('$', " "),
                    Map.entry('\u00a3', " "),
                    Map.entry('\u20ac', " "),
                    Map.entry('\u00a5', " "),
                    Map.entry('"', " "),
                    Map.entry('`', " "));

    private UnicodeSigns() {}

    /** The text with LaTeX in the place of other signs. */
    static String inLatex(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String other = CHARACTERS.get(c);
            if (other != null && !isEscaped(text, i)) {
                plain.append(other);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static boolean isEscaped(String text, int at) {
        return at > 0 && text.charAt(at - 1) == '\\';
    }
}
