package dev.glimprouter.cli;

import java.util.Locale;

/** Numbers as people read them. */
final class Figures {

    private static final int MINUTE_SECONDS = 60;
    private static final int HOUR_SECONDS = 3600;

    private Figures() {}

    /** Seconds as {@code 40 s}, {@code 12 min} or {@code 1.5 h}. */
    static String span(double seconds) {
        if (seconds < MINUTE_SECONDS) {
            return Math.round(seconds) + " s";
        }
        return seconds < HOUR_SECONDS
                ? Math.round(seconds / MINUTE_SECONDS) + " min"
                : String.format(Locale.ROOT, "%.1f h", seconds / HOUR_SECONDS);
    }

    /** Nanoseconds as seconds, such as {@code 1.4 s}. */
    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }

    /** Nanoseconds as milliseconds, such as {@code 40 ms}. */
    static String millis(long nanos) {
        return Math.round(nanos / 1e6) + " ms";
    }

    /** A share from 0 to 1 as {@code 33 %}. */
    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /** Tokens in nanoseconds as {@code 41.2 tokens/s}; a dash where nothing was measured. */
    static String rate(long tokens, long nanos) {
        return nanos <= 0 || tokens <= 0
                ? "-"
                : String.format(Locale.ROOT, "%.1f tokens/s", perSecond(tokens, nanos));
    }

    /** Tokens in nanoseconds as tokens per second; 0 where nothing was measured. */
    static double perSecond(long tokens, long nanos) {
        return nanos <= 0 ? 0 : tokens * 1e9 / nanos;
    }

    /** Bytes as {@code 491 MB}, powers of ten. */
    static String bytes(long bytes) {
        return bytes < 10_000_000_000L
                ? Math.round(bytes / 1e6) + " MB"
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
