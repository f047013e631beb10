package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Config;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.models.Catalogue;
import dev.glimprouter.models.ModelPair;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.models.Models;
import dev.glimprouter.reasoning.Writer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which models. */
final class ModelOptions {

    @Option(
            names = "--pair",
            paramLabel = "NAME",
            description = "A pair of the catalogue (default: qwen-coder).")
    @Nullable String pair;

    @Option(
            names = "--small",
            paramLabel = "REF",
            description =
                    "The small model: a catalogue name, a path to a .gguf file,"
                            + " hf:owner/repo/file.gguf, or addresses of servers, separated by"
                            + " commas, with the model after a #. Needs --large, unless the"
                            + " strategy needs only one.")
    @Nullable String small;

    @Option(
            names = "--large",
            paramLabel = "REF",
            description = "The large model, named in the same way.")
    @Nullable String large;

    /**
     * The models that a strategy needs, named here or else in the file.
     *
     * @throws RequestException if one is not named, or cannot be
     */
    Map<Writer, ModelRef> refs(Models models, Config file, Set<Writer> writers) {
        check();
        Map<Writer, ModelRef> named = pair == null ? named(models, file) : Map.of();
        Map<Writer, ModelRef> refs = new EnumMap<>(Writer.class);
        for (Writer writer : writers) {
            ModelRef ref = named.get(writer);
            if (ref == null && !named.isEmpty()) {
                throw new RequestException(
                        "The strategy needs both models: name the other one with %s."
                                .formatted(writer == Writer.SMALL ? "--small" : "--large"));
            }
            refs.put(writer, ref == null ? ofPair(models, file, writer) : ref);
        }
        return refs;
    }

    private Map<Writer, ModelRef> named(Models models, Config file) {
        Map<Writer, ModelRef> named = new EnumMap<>(Writer.class);
        for (Writer writer : Writer.values()) {
            Optional.ofNullable(writer == Writer.SMALL ? small : large)
                    .map(models::parse)
                    .or(() -> file.of(writer).model())
                    .ifPresent(ref -> named.put(writer, ref));
        }
        return named;
    }

    private ModelRef ofPair(Models models, Config file, Writer writer) {
        String name = Optional.ofNullable(pair).or(file::pair).orElse(Catalogue.DEFAULT_PAIR);
        ModelPair two = models.catalogue().pair(name);
        return models.parse(writer == Writer.SMALL ? two.small() : two.large());
    }

    /** Checks that a pair is not mixed with single models. */
    private void check() {
        if (pair != null && (small != null || large != null)) {
            throw new RequestException(
                    "Name either a pair or single models: --pair does not go with --small or --large.");
        }
    }
}
