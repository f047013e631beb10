package dev.glimprouter.models;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.internal.names.NearestName;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models and pairs that we know by name.
 *
 * @param models every known model
 * @param pairs every known pair
 */
public record Catalogue(List<CatalogueModel> models, List<ModelPair> pairs) {

    /** The pair that is used when none is named. */
    public static final String DEFAULT_PAIR = "qwen-coder";

    /** Copies the lists and checks that every pair's models are there. */
    public Catalogue {
        models = List.copyOf(models);
        pairs = List.copyOf(pairs);
        List<String> names = models.stream().map(CatalogueModel::name).toList();
        for (ModelPair pair : pairs) {
            if (!names.contains(pair.small()) || !names.contains(pair.large())) {
                throw new IllegalArgumentException(pair.name() + " names an unknown model");
            }
        }
    }

    /** The catalogue that this library comes with. */
    public static Catalogue bundled() {
        return Bundled.CATALOGUE;
    }

    /** Reads a catalogue written as JSON; unknown fields are refused. */
    public static Catalogue read(InputStream json) {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(json, Catalogue.class);
    }

    /** The model of that name. */
    public Optional<CatalogueModel> model(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** The model whose file that is. */
    public Optional<CatalogueModel> model(HubFile file) {
        return models.stream().filter(model -> model.hub().equals(file)).findFirst();
    }

    /**
     * The pair of that name.
     *
     * @throws RequestException if there is none
     */
    public ModelPair pair(String name) {
        return pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("pair", name, pairs.stream().map(ModelPair::name)));
    }

    /**
     * The models that a name stands for: one, or the two of a pair.
     *
     * @throws RequestException if the name is unknown
     */
    public List<CatalogueModel> named(String name) {
        List<String> wanted =
                pairs.stream()
                        .filter(pair -> pair.name().equals(name))
                        .flatMap(pair -> Stream.of(pair.small(), pair.large()))
                        .toList();
        return (wanted.isEmpty() ? List.of(name) : wanted)
                .stream().map(each -> model(each).orElseThrow(() -> unknownModel(name))).toList();
    }

    RequestException unknownModel(String name) {
        return unknown("model", name, models.stream().map(CatalogueModel::name));
    }

    private static RequestException unknown(String kind, String name, Stream<String> known) {
        String hint = NearestName.hint(known.toList(), name);
        return new RequestException("There is no " + kind + " '" + name + "': " + hint);
    }

    private static final class Bundled {
        private static final Catalogue CATALOGUE = load();

        private static Catalogue load() {
            try (InputStream json = Catalogue.class.getResourceAsStream("catalogue.json")) {
                return read(Objects.requireNonNull(json, "catalogue.json"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
