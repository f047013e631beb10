package dev.glimprouter.openai.internal.replica;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.question.Message;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stable name of a problem: the first 16 hex digits of SHA-256 over its roles and contents.
 *
 * <p>The same question has the same key on every machine, so that its repeats find the cache of the
 * same replica, ours or that of a gateway that reads the key from a header. It shows nothing of the
 * content in clear; but the hash has no salt, so who already guesses the whole prompt can confirm
 * the guess.
 *
 * <p>It names the problem and not its run: repeats that run at the same time share it, so the id of
 * a request that a server may be asked to abort needs something of its own after it.
 *
 * @param hex 16 lower-case hex digits
 */
public record ProblemKey(String hex) {

    private static final int DIGITS = 16;

    /** Checks the form. */
    public ProblemKey {
        if (hex.length() != DIGITS || !hex.chars().allMatch(ProblemKey::isHex)) {
            throw new IllegalArgumentException("16 lower-case hex digits are wanted: " + hex);
        }
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /** The key of a session's head; how the assistant's text begins does not count. */
    public static ProblemKey of(Prompt prompt) {
        List<String> texts = prompt.messages().stream().flatMap(ProblemKey::texts).toList();
        return new ProblemKey(HexFormat.of().toHexDigits(TextHash.of(texts)));
    }

    private static Stream<String> texts(Message message) {
        return Stream.of(message.role().name(), message.content());
    }

    @Override
    public String toString() {
        return hex;
    }
}
