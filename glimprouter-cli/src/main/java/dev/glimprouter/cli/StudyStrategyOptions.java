package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** Which strategy is followed. */
final class StudyStrategyOptions extends StrategyOptions {

    private static final String USUAL = "small-steps";
    private static final String TAU = "tau";

    @Option(
            names = "--strategy",
            order = -3,
            paramLabel = "EXPR",
            description =
                    "Whose reasoning is followed: small-steps (the default), large-steps or a"
                            + " strategy that decides before the step, such as glimpse(tau=0.5).")
    @Nullable String expression;

    @Option(
            names = "--tau",
            order = -2,
            paramLabel = "NATS",
            description = "Threshold of the strategy, where it takes one and says none itself.")
    @Nullable String tau;

    /**
     * The strategy under its rules. A file's own strategy is not followed: that is how one answers,
     * not what one studies.
     *
     * @throws RequestException if it cannot be read, or tau is given and it takes none
     */
    Contestant contestant(StrategyText file, RouterConfig rules) {
        Contestant plain = Contestant.parse(expression == null ? USUAL : expression, rules);
        if (tau == null) {
            return file.tau().map(nats -> plain.withUnsaid(TAU, nats)).orElse(plain);
        }
        Contestant told = plain.withUnsaid(TAU, tau);
        if (told.equals(plain)) {
            throw new RequestException("--tau has no meaning for this strategy: leave it out.");
        }
        return told;
    }
}
