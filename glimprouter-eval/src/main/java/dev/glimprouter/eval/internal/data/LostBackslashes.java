package dev.glimprouter.eval.internal.data;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts back the backslash of LaTeX commands that some program took for an escape: {@code \frac}
 * became a form feed and {@code rac}.
 *
 * <p>Exact: a form feed, tab or backspace is changed only where it and the whole word after it are
 * one of the known commands. A word that could be English after a tab ({@code an}, {@code o}) is
 * not among them. Any other form feed or backspace is refused, tabs stay.
 */
final class LostBackslashes {

    private static final Pattern LOST =
            Pattern.compile(
                    "\f(rac|orall)(?![a-zA-Z])"
                            + "|\t(riangle|imes|heta|ext|frac|extbf|extit)(?![a-zA-Z])"
                            + "|\b(inom|egin|eta|oxed)(?![a-zA-Z])");
    private static final Pattern UNEXPLAINED = Pattern.compile("[\\f\\x08]");

    private LostBackslashes() {}

    static String repair(String text) {
        String whole = LOST.matcher(text).replaceAll(LostBackslashes::command);
        if (UNEXPLAINED.matcher(whole).find()) {
            throw new IllegalArgumentException(
                    "the text holds a control character that no LaTeX command explains");
        }
        return whole;
    }

    /** Whether a text looks as if backslashes were lost in it. */
    static boolean suspects(String text) {
        return LOST.matcher(text).find() || UNEXPLAINED.matcher(text).find();
    }

    private static String command(MatchResult lost) {
        char letter =
                switch (lost.group().charAt(0)) {
                    case '\f' -> 'f';
                    case '\t' -> 't';
                    default -> 'b';
                };
        return Matcher.quoteReplacement("\\" + letter + lost.group().substring(1));
    }
}
