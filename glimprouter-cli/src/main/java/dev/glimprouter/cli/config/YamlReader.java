package dev.glimprouter.cli.config;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads YAML as pieces that know their places.
 *
 * <p>One document, without aliases and tags, in which no key stands twice. Numbers and words are
 * left as they were written.
 */
final class YamlReader {

    private static final YAMLMapper MAPPER = YAMLMapper.builder().build();

    private final String file;
    private final JsonParser parser;

    private YamlReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Reads a text.
     *
     * @param file what messages call its source
     * @throws dev.glimprouter.error.RequestException if it is not such a text
     */
    static Piece read(String file, String yaml) {
        try (JsonParser parser = MAPPER.createParser(yaml)) {
            return new YamlReader(file, parser).document();
        } catch (JacksonException broken) {
            // The parser's own words quote the lines around, which may hold what is secret.
            throw place(file, broken.getLocation())
                    .wrong("this is no YAML; look at indentation, quotes and colons.");
        }
    }

    private Piece document() {
        if (parser.nextToken() == null) {
            return new Piece.Entries(new Place(file, 1, 1), Map.of());
        }
        Piece document = piece();
        if (parser.nextToken() != null) {
            throw here().wrong("a second document begins: write one only.");
        }
        return document;
    }

    private Piece piece() {
        Place place = here();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw place.wrong("aliases are not read: write the value itself.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> entries(place);
            case START_ARRAY -> items(place);
            case VALUE_NULL -> new Piece.Nothing(place);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    new Piece.Scalar(place, parser.getString());
            default -> throw place.wrong("this kind of value is not read.");
        };
    }

    private Piece items(Place place) {
        List<Piece> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(piece());
        }
        return new Piece.Items(place, items);
    }

    private Piece entries(Place place) {
        Map<String, Piece.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place at = here();
            String key = parser.currentName();
            parser.nextToken();
            if (entries.put(key, new Piece.Entry(at, piece())) != null) {
                throw at.wrong("%s stands here for the second time: keep one.".formatted(key));
            }
        }
        return new Piece.Entries(place, entries);
    }

    private Place here() {
        return place(file, parser.currentTokenLocation());
    }

    private static Place place(String file, @Nullable TokenStreamLocation at) {
        return at == null
                ? new Place(file, 1, 1)
                : new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
}
