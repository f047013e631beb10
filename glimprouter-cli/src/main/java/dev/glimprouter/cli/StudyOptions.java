package dev.glimprouter.cli;

import picocli.CommandLine.ArgGroup;

/** The options of {@code study}, in the groups of their help. */
final class StudyOptions extends SharedOptions {

    @ArgGroup(validate = false, order = -2, heading = "%nQuestions:%n")
    DataOptions data = new DataOptions();

    @ArgGroup(validate = false, order = -1, heading = "%nStudy:%n")
    StudyWorkOptions work = new StudyWorkOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nStrategy:%n")
    StudyStrategyOptions strategy = new StudyStrategyOptions();

    @ArgGroup(validate = false, order = 8, heading = "%nOutput:%n")
    FormOptions form = new FormOptions();

    @Override
    StrategyOptions strategyRules() {
        return strategy;
    }
}
