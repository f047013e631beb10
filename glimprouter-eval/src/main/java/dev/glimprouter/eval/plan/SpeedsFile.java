package dev.glimprouter.eval.plan;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code doctor --json} measured, from a file. */
public final class SpeedsFile {

    private final Path file;
    private final List<Measured> models;

    private SpeedsFile(Path file, List<Measured> models) {
        this.file = file;
        this.models = models;
    }

    /** A model's speeds, in tokens a second. */
    private record Measured(String model, double prefill, double decode) {

        boolean isOf(String recorded) {
            return !model.isBlank() && (recorded.startsWith(model) || model.startsWith(recorded));
        }
    }

    /**
     * Reads a file.
     *
     * @throws RequestException if it cannot be read, or holds no speeds
     */
    public static SpeedsFile read(Path file) {
        try {
            Fields all = Json.read(Files.readAllBytes(file));
            List<Measured> models = new ArrayList<>();
            all.children("models").forEach(model -> add(models, model));
            all.children("servers").forEach(server -> add(models, server));
            if (models.isEmpty()) {
                throw wrong(file, "it holds no speeds", null);
            }
            return new SpeedsFile(file, models);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw wrong(file, String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static RequestException wrong(Path file, String why, @Nullable Exception cause) {
        String text = "%s is not what doctor --json prints of two models: %s.".formatted(file, why);
        return cause == null ? new RequestException(text) : new RequestException(text, cause);
    }

    private static void add(List<Measured> models, Fields from) {
        if (from.has("prefillTokensPerSecond") && from.has("decodeTokensPerSecond")) {
            double prefill = from.real("prefillTokensPerSecond");
            double decode = from.real("decodeTokensPerSecond");
            if (prefill > 0 && decode > 0) {
                models.add(new Measured(from.maybeText("model").orElse(""), prefill, decode));
            }
        }
    }

    /**
     * Some speeds with those of the file. A model is found by its name; where that does not tell,
     * the first of two is small and the second large.
     *
     * @param names what the recorded models are called
     * @throws RequestException if one of them is not in the file
     */
    public Speeds over(Speeds speeds, Map<Writer, String> names) {
        Speeds over = speeds;
        for (Writer writer : Writer.values()) {
            Measured measured =
                    byName(Optional.ofNullable(names.get(writer)))
                            .or(() -> byPlace(writer))
                            .orElseThrow(
                                    () ->
                                            wrong(
                                                    file,
                                                    "which is %s cannot be told"
                                                            .formatted(Json.word(writer)),
                                                    null));
            over =
                    over.with(
                            writer,
                            over.of(writer)
                                    .withPrefillSpeed(measured.prefill())
                                    .withDecodeSpeed(measured.decode()));
        }
        return over;
    }

    private Optional<Measured> byName(Optional<String> recorded) {
        List<Measured> fitting =
                recorded.map(name -> models.stream().filter(one -> one.isOf(name)).toList())
                        .orElse(List.of());
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private Optional<Measured> byPlace(Writer writer) {
        return models.size() == 2
                ? Optional.of(models.get(writer == Writer.SMALL ? 0 : 1))
                : Optional.empty();
    }
}
