package dev.glimprouter.cli.config;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.eval.calibrate.Profile;
import dev.glimprouter.eval.calibrate.ProfileFile;
import dev.glimprouter.eval.run.Prompting;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.expression.StrategyText;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A strategy that a profile says.
 *
 * @param file the profile's file
 * @param profile what it says
 */
public record Calibrated(Path file, Profile profile) {

    /**
     * Reads a profile.
     *
     * @throws dev.glimprouter.error.RequestException if it cannot be read
     */
    public static Calibrated read(Path file) {
        return new Calibrated(file, ProfileFile.read(file));
    }

    /** The strategy as one writes it. */
    public StrategyText text() {
        return new StrategyText(Optional.of(profile.strategy()), Optional.empty());
    }

    /**
     * A warning where the models or the prompting are not those that it was calibrated with.
     *
     * @param models those at hand
     * @param prompting what is said beside the question
     */
    public Optional<String> warning(Map<Writer, EngineInfo> models, Prompting prompting) {
        List<String> others = new ArrayList<>();
        for (Writer writer : Writer.values()) {
            EngineInfo here = models.get(writer);
            EngineInfo there = profile.run().models().get(writer);
            if (here != null && there != null && !here.model().equals(there.model())) {
                others.add(
                        "%s was %s and is %s"
                                .formatted(Words.of(writer), there.model(), here.model()));
            }
        }
        if (!prompting.equals(profile.run().prompting())) {
            others.add("the prompt was another");
        }
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s may not hold here: %s when it was calibrated."
                                .formatted(file, String.join(", ", others)));
    }
}
