package dev.glimprouter.cli;

import dev.glimprouter.eval.runner.Attempts;

import picocli.CommandLine.Option;

/**
 * How often a question is asked again; groups of options take no mixins, hence a class to extend.
 */
abstract class AttemptsOption {

    @Option(
            names = "--attempts",
            order = -2,
            paramLabel = "N",
            description =
                    "Ask a question again where a failure may pass, so often in all (default:"
                            + " ${DEFAULT-VALUE}); then it counts as failed.")
    int attempts = Attempts.DEFAULT.most();

    /** How often a question is asked before it counts as failed. */
    final Attempts patience() {
        return new Attempts(attempts, Attempts.DEFAULT.pause(), Attempts.DEFAULT.longest());
    }
}
