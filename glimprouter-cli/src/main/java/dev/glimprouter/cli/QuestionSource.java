package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Utf8;
import dev.glimprouter.error.RequestException;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Where a question comes from: the arguments, or standard input. */
final class QuestionSource {

    /** Longest question in bytes: more than any model's context holds. */
    static final int MOST_BYTES = 1 << 20;

    private QuestionSource() {}

    /** Whether the arguments send us to standard input: there are none, or one dash. */
    static boolean isStandardInput(List<String> words) {
        return words.isEmpty() || words.equals(List.of("-"));
    }

    /**
     * The question's text without outer white space.
     *
     * @throws RequestException if it is empty, too long, or not UTF-8
     */
    static String read(List<String> words, InputStream in) {
        String text = isStandardInput(words) ? strictUtf8(in) : String.join(" ", words);
        if (text.isBlank()) {
            throw new RequestException(
                    "The question is empty: write it as the last argument or on standard input.");
        }
        requireLength(text.length());
        return text.strip();
    }

    private static String strictUtf8(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            requireLength(bytes.length);
            return Utf8.decode(bytes, "Standard input");
        } catch (IOException e) {
            throw new RequestException(
                    "Standard input cannot be read (%s): write the question as the last argument."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static void requireLength(int length) {
        if (length > MOST_BYTES) {
            throw new RequestException(
                    "The question is longer than 1 MiB, more than any model can read: shorten it.");
        }
    }
}
