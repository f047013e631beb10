package dev.glimprouter.testkit.upstream.dialect;

import java.util.List;
import java.util.Optional;

/** A growing text that a stop string cuts, by a server's rules. */
final class StopText {

    /** What is held back while it may become a stop string. */
    enum Hold {
        /** Always one character less than the longest stop string, if stop strings are cut off. */
        ALWAYS,
        /** What the text's end shares with the beginning of a stop string. */
        PREFIX
    }

    private final List<String> stops;
    private final boolean keep;
    private final Hold hold;
    private final boolean holdKept;
    private final StringBuilder text = new StringBuilder();
    private int released;
    private Optional<String> match = Optional.empty();

    StopText(List<String> stops, boolean keep, Hold hold, boolean holdKept) {
        this.stops = List.copyOf(stops);
        this.keep = keep;
        this.hold = hold;
        this.holdKept = holdKept;
    }

    /**
     * Adds a piece and gives back what becomes visible.
     *
     * @param watch whether stop strings count yet
     */
    String feed(String piece, boolean watch) {
        int from = text.length();
        text.append(piece);
        int first = Integer.MAX_VALUE;
        for (String stop : watch ? stops : List.<String>of()) {
            int at = text.indexOf(stop, Math.max(0, from - stop.length() + 1));
            if (at >= 0 && at < first) {
                first = at;
                match = Optional.of(stop);
            }
        }
        if (match.isPresent()) {
            text.setLength(keep ? first + match.get().length() : first);
            return flush();
        }
        return release(text.length() - heldLength());
    }

    /** Gives back all that was held. */
    String flush() {
        return release(text.length());
    }

    /** The stop string that has cut the text. */
    Optional<String> match() {
        return match;
    }

    boolean isHolding() {
        return released < text.length();
    }

    private String release(int to) {
        int from = Math.min(released, text.length());
        released = Math.max(from, to);
        return text.substring(from, released);
    }

    private int heldLength() {
        return switch (hold) {
            case ALWAYS -> {
                int longest = stops.stream().mapToInt(String::length).max().orElse(1);
                yield keep && !holdKept ? 0 : Math.min(longest - 1, text.length());
            }
            case PREFIX -> stops.stream().mapToInt(this::sharedLength).max().orElse(0);
        };
    }

    private int sharedLength(String stop) {
        for (int length = Math.min(stop.length() - 1, text.length()); length > 0; length--) {
            if (stop.startsWith(text.substring(text.length() - length))) {
                return length;
            }
        }
        return 0;
    }
}
