package dev.glimprouter.cli;

import picocli.CommandLine.ArgGroup;

/** The options that {@code ask} and {@code chat} share, in the groups of their help. */
final class RunOptions extends SharedOptions {

    @ArgGroup(validate = false, order = 2, heading = "%nStrategy:%n")
    OneStrategyOptions strategy = new OneStrategyOptions();

    @Override
    StrategyOptions strategyRules() {
        return strategy;
    }
}
