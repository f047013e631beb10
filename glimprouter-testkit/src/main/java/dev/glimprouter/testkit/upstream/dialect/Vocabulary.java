package dev.glimprouter.testkit.upstream.dialect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glimprouter.testkit.Distributions;
import dev.glimprouter.testkit.Words;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tokenizer that numbers words as it meets them.
 *
 * <p>The scripted vocabulary comes first, then the control tokens; a word keeps its number for the
 * life of the server. Joined, the tokens of a text are the text. Thread safe.
 */
final class Vocabulary {

    /** Tokens that the server claims to have. */
    static final int SIZE = 32_768;

    /** Ends the sequence. */
    static final int END = 0;

    static final String BEGIN_TEXT = "<s>";

    private static final List<String> CONTROL =
            List.of(BEGIN_TEXT, "<|system|>", "<|user|>", "<|assistant|>", "<|end|>", "<think>");
    private static final Pattern CONTROL_WORD =
            Pattern.compile("<s>|<\\|(?:system|user|assistant|end)\\|>|<think>");

    /** Begins the sequence, if anything does. */
    static final int BEGIN = Distributions.VOCABULARY;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    Vocabulary() {
        for (int id = 0; id < Distributions.VOCABULARY; id++) {
            number(Words.of(id).getBytes(UTF_8));
        }
        CONTROL.forEach(word -> number(word.getBytes(UTF_8)));
    }

    /** The number of the token with these bytes. */
    synchronized int number(byte[] bytes) {
        String key = new String(bytes, ISO_8859_1);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        if (words.size() == SIZE) {
            throw new IllegalStateException("the scripted vocabulary is full: " + SIZE);
        }
        words.add(key);
        numbers.put(key, words.size() - 1);
        return words.size() - 1;
    }

    /** The bytes of a token, none for one that nobody has met. */
    synchronized byte[] bytes(int id) {
        return (id >= 0 && id < words.size() ? words.get(id) : "").getBytes(ISO_8859_1);
    }

    /** The tokens of a text, where control tokens may be written out. */
    List<Integer> encode(String text) {
        List<Integer> ids = new ArrayList<>();
        Matcher matcher = CONTROL_WORD.matcher(text);
        int from = 0;
        while (matcher.find()) {
            ids.addAll(encodePlain(text.substring(from, matcher.start())));
            ids.add(number(matcher.group().getBytes(UTF_8)));
            from = matcher.end();
        }
        ids.addAll(encodePlain(text.substring(from)));
        return ids;
    }

    /** The tokens of a text without control tokens. */
    List<Integer> encodePlain(String text) {
        return Words.split(text).stream().map(word -> number(word.getBytes(UTF_8))).toList();
    }

    /** The text of tokens. */
    String decode(List<Integer> ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ids.forEach(id -> bytes.writeBytes(bytes(id)));
        return bytes.toString(UTF_8);
    }
}
