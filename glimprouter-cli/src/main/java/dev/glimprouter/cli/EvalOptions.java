package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Config;
import dev.glimprouter.strategy.RouterConfig;

import picocli.CommandLine.ArgGroup;

import java.util.List;

/** The options of {@code eval}, in the groups of their help. */
final class EvalOptions extends SurveyOptions {

    @ArgGroup(validate = false, order = 2, heading = "%nStrategies:%n")
    StrategiesOptions strategies = new StrategiesOptions();

    @ArgGroup(validate = false, order = 8, heading = "%nOutput:%n")
    FormOptions form = new FormOptions();

    @Override
    StrategyOptions strategyRules() {
        return strategies;
    }

    @Override
    List<Entrant> entrants(Config file, RouterConfig rules) {
        return strategies.entrants(file, rules);
    }
}
