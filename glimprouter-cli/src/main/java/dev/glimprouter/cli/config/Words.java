package dev.glimprouter.cli.config;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.internal.names.NearestName;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Constants of an enum by the words that users write. */
public final class Words {

    private Words() {}

    /**
     * The constant of a word.
     *
     * @throws RequestException if there is none
     */
    public static <E extends Enum<E>> E of(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new RequestException(
                                        "There is no '%s': %s"
                                                .formatted(
                                                        word,
                                                        NearestName.hint(words(type), word))));
    }

    private static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::word).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
