package dev.glimprouter.internal.names;

import java.util.Locale;

/** Constants as one writes them on the command line. */
public final class Words {

    private Words() {}

    /** The constant's word: {@code A_B} is {@code a-b}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
