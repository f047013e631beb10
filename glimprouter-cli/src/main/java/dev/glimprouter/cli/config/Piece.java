package dev.glimprouter.cli.config;

import java.util.List;
import java.util.Map;

/** A part of a configuration file, with the place where it begins. */
sealed interface Piece {

    /** Where it begins. */
    Place place();

    /** What it is, for messages. */
    default String kind() {
        return switch (this) {
            case Nothing _ -> "nothing";
            case Scalar _ -> "a single value";
            case Items _ -> "a list";
            case Entries _ -> "a section";
        };
    }

    /** A key without a value. */
    record Nothing(Place place) implements Piece {}

    /**
     * A single value.
     *
     * @param text as written, without quotes
     */
    record Scalar(Place place, String text) implements Piece {}

    /** A list. */
    record Items(Place place, List<Piece> items) implements Piece {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Values by key. */
    record Entries(Place place, Map<String, Entry> entries) implements Piece {}

    /**
     * A value with its key.
     *
     * @param key where the key begins
     */
    record Entry(Place key, Piece value) {}
}
