package dev.glimprouter.cli.config;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.internal.names.NearestName;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The keys of one section of a configuration file, each asked for by name.
 *
 * <p>Whatever is wrong is a {@link RequestException} that names the place and the key. Which keys
 * there may be is what was asked for.
 */
final class Section {

    private final String path;
    private final Piece.Entries entries;
    private final Set<String> asked = new LinkedHashSet<>();

    private Section(String path, Piece.Entries entries) {
        this.path = path;
        this.entries = entries;
    }

    /** What {@code reading} makes of a whole file, of which it has to ask for every key. */
    static <T> T whole(Piece file, Function<Section, T> reading) {
        if (file instanceof Piece.Entries entries) {
            return new Section("", entries).whole(reading);
        }
        throw file.place().wrong("a section with keys is wanted, not %s.".formatted(file.kind()));
    }

    private <T> T whole(Function<Section, T> reading) {
        T result = reading.apply(this);
        for (Map.Entry<String, Piece.Entry> entry : entries.entries().entrySet()) {
            if (!asked.contains(entry.getKey())) {
                throw unknown(entry.getKey(), entry.getValue().key());
            }
        }
        return result;
    }

    private RequestException unknown(String key, Place place) {
        String where = path.isEmpty() ? "" : " in " + path.substring(0, path.length() - 1);
        return place.wrong(
                "there is no key '%s'%s: %s"
                        .formatted(key, where, NearestName.hint(List.copyOf(asked), key)));
    }

    /** What is under a key; empty without the key. */
    private Optional<Piece> piece(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.entries().get(key)).map(Piece.Entry::value);
    }

    /** A single value, as {@code parse} reads it. */
    <T> Optional<T> value(String key, Function<String, T> parse) {
        return piece(key)
                .map(
                        piece -> {
                            String text = text(key, piece);
                            return at(key, piece, () -> parse.apply(text));
                        });
    }

    /** What {@code with} makes of {@code base} and a single value; just {@code base} without it. */
    <A, T> A change(A base, String key, Function<String, T> parse, BiFunction<A, T, A> with) {
        return value(key, text -> with.apply(base, parse.apply(text))).orElse(base);
    }

    /** A list of single values. */
    List<String> texts(String key) {
        Optional<Piece> piece = piece(key);
        List<String> texts = new ArrayList<>();
        if (piece.isPresent()) {
            if (!(piece.get() instanceof Piece.Items list)) {
                throw unlike(key, "a list", piece.get());
            }
            list.items().forEach(item -> texts.add(text(key, item)));
        }
        return texts;
    }

    /** A section, of which {@code reading} has to ask for every key. */
    <T> Optional<T> section(String key, Function<Section, T> reading) {
        return piece(key)
                .map(
                        piece -> {
                            if (piece instanceof Piece.Entries inner) {
                                return new Section(path + key + ".", inner).whole(reading);
                            }
                            throw unlike(key, "a section with keys", piece);
                        });
    }

    /** All its keys, each a section. */
    <T> Map<String, T> sections(BiFunction<String, Section, T> reading) {
        Map<String, T> all = new LinkedHashMap<>();
        for (String key : entries.entries().keySet()) {
            section(key, inner -> reading.apply(key, inner))
                    .ifPresent(value -> all.put(key, value));
        }
        return all;
    }

    /** All its keys, each with a single value. */
    Map<String, String> values() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String key : entries.entries().keySet()) {
            value(key, Function.identity()).ifPresent(text -> all.put(key, text));
        }
        return all;
    }

    /** Whether there is anything under a key. */
    boolean has(String key) {
        return piece(key).isPresent();
    }

    /** Whether there is a section under a key. */
    boolean isSection(String key) {
        return piece(key).filter(Piece.Entries.class::isInstance).isPresent();
    }

    /** Does what may find the section itself wrong. */
    <T> T check(Supplier<T> work) {
        try {
            return work.get();
        } catch (RequestException wrong) {
            String name = path.isEmpty() ? "" : path.substring(0, path.length() - 1) + ": ";
            throw entries.place().wrong(name + wrong.getMessage());
        }
    }

    /** Does what may find a value wrong. */
    <T> T check(String key, Supplier<T> work) {
        return piece(key).map(piece -> at(key, piece, work)).orElseGet(() -> check(work));
    }

    private <T> T at(String key, Piece piece, Supplier<T> work) {
        try {
            return work.get();
        } catch (RequestException | IllegalArgumentException wrong) {
            throw piece.place().wrong("%s%s: %s".formatted(path, key, wrong.getMessage()));
        }
    }

    private String text(String key, Piece piece) {
        if (piece instanceof Piece.Scalar scalar) {
            return scalar.text();
        }
        throw unlike(key, "a single value", piece);
    }

    private RequestException unlike(String key, String wanted, Piece piece) {
        return piece.place()
                .wrong("%s%s: %s is wanted, not %s.".formatted(path, key, wanted, piece.kind()));
    }
}
