package dev.glimprouter.internal.names;

import dev.glimprouter.error.RequestException;

import java.util.List;
import java.util.Locale;

/** Constants as one writes them on the command line. */
public final class Words {

    private Words() {}

    /** The constant's word: {@code A_B} is {@code a-b}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a word.
     *
     * @throws RequestException if there is none
     */
    public static <E extends Enum<E>> E constant(Class<E> type, String word) {
        List<E> constants = List.of(type.getEnumConstants());
        return constants.stream()
                .filter(constant -> of(constant).equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new RequestException(
                                        "There is no '%s': %s"
                                                .formatted(
                                                        word,
                                                        NearestName.hint(
                                                                constants.stream()
                                                                        .map(Words::of)
                                                                        .toList(),
                                                                word))));
    }
}
