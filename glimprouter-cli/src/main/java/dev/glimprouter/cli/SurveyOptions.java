package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Config;
import dev.glimprouter.eval.run.Selection;
import dev.glimprouter.strategy.RouterConfig;

import picocli.CommandLine.ArgGroup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The options of everything that asks the questions of a dataset. */
abstract class SurveyOptions extends SharedOptions {

    @ArgGroup(validate = false, order = -2, heading = "%nQuestions:%n")
    DataOptions data = new DataOptions();

    @ArgGroup(validate = false, order = -1, heading = "%nRun:%n")
    EffortOptions effort = new EffortOptions();

    /**
     * Strategies that take part from the start; models are opened for these.
     *
     * @throws dev.glimprouter.error.RequestException if one cannot be read
     */
    abstract List<Entrant> entrants(Config file, RouterConfig rules);

    /** The half of the questions that is asked where nobody says. */
    Optional<Selection.Half> usualHalf() {
        return Optional.empty();
    }

    /** The folder of the run files. */
    Path folder(String dataset) {
        return effort.folder(dataset);
    }
}
