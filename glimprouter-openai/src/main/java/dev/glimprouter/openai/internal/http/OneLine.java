package dev.glimprouter.openai.internal.http;

import dev.glimprouter.engine.Secret;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes a stranger's text fit to be shown: one line, a few hundred characters, nothing that a
 * terminal obeys, no key.
 */
final class OneLine {

    private static final int MOST = 300;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}]+");

    private final Optional<Secret> key;

    OneLine(Optional<Secret> key) {
        this.key = key;
    }

    /** The text as it may be shown; the key is also found where unseen characters split it. */
    String of(String text) {
        String blanks = BLANKS.matcher(mask(text)).replaceAll(" ");
        String seen = mask(UNSEEN.matcher(blanks).replaceAll("")).strip();
        if (seen.length() <= MOST) {
            return seen;
        }
        int end = Character.isHighSurrogate(seen.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return seen.substring(0, end) + "…";
    }

    /** The text after a colon; nothing if it says nothing. */
    String afterColon(String text) {
        String line = of(text);
        return line.isEmpty() ? "." : ": " + line;
    }

    /** A body that was cut may end in a piece of the key: without it. */
    String withoutCutKey(String body) {
        int tail = key.map(secret -> secret.reveal().length()).orElse(0);
        return body.substring(0, Math.max(0, body.length() - tail));
    }

    /** Whether neither the failure nor any of its causes says the key. */
    boolean mayShow(Throwable failure) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 20; t = t.getCause(), depth++) {
            String text = String.valueOf(t.getMessage());
            if (!mask(text).equals(text)) {
                return false;
            }
        }
        return true;
    }

    private String mask(String text) {
        return key.map(secret -> secret.mask(text)).orElse(text);
    }
}
