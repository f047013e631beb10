package dev.glimprouter.models.internal;

import java.util.Locale;

/** Byte counts for people, in decimal units. */
public final class ByteText {

    private ByteText() {}

    /** Three digits and a unit: {@code 491 MB}, {@code 1.12 GB}. */
    public static String of(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= 999.5) {
            value /= 1000;
            unit++;
        }
        int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f %sB", value, "kMGTPE".charAt(unit));
    }
}
