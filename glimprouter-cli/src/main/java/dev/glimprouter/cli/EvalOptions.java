package dev.glimprouter.cli;

import picocli.CommandLine.ArgGroup;

/** The options of {@code eval}, in the groups of their help. */
final class EvalOptions extends SharedOptions {

    @ArgGroup(validate = false, order = -2, heading = "%nQuestions:%n")
    DataOptions data = new DataOptions();

    @ArgGroup(validate = false, order = -1, heading = "%nRun:%n")
    EffortOptions effort = new EffortOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nStrategies:%n")
    StrategiesOptions strategies = new StrategiesOptions();

    @ArgGroup(validate = false, order = 8, heading = "%nOutput:%n")
    FormOptions form = new FormOptions();

    @Override
    StrategyOptions strategyRules() {
        return strategies;
    }
}
