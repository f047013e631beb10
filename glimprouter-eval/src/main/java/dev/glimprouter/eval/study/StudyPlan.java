package dev.glimprouter.eval.study;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.run.Prompting;
import dev.glimprouter.eval.run.Selection;
import dev.glimprouter.eval.runner.Attempts;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.SoloSteps;
import dev.glimprouter.strategy.Stepwise;
import dev.glimprouter.strategy.Strategy;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What is studied, and where it is written.
 *
 * @param dataset the problems that are asked
 * @param selection how they were selected, for the header
 * @param prompting what is said beside the questions
 * @param base the strategy that is followed: one model step by step, or one that decides before the
 *     step
 * @param rules how much is looked at
 * @param attempts how often a question is asked before it counts as failed
 * @param file where it is written
 */
public record StudyPlan(
        Dataset dataset,
        Selection selection,
        Prompting prompting,
        Contestant base,
        StudyRules rules,
        Attempts attempts,
        Path file) {

    /** Checks that there is something to ask, and a strategy that can be followed. */
    public StudyPlan {
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(prompting, "prompting");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(attempts, "attempts");
        Objects.requireNonNull(file, "file");
        if (dataset.problems().isEmpty()) {
            throw new RequestException("Nothing to ask: name at least one question.");
        }
        follow(base.strategy());
        requirePlain(base.config());
    }

    private static Stepwise follow(Strategy strategy) {
        return switch (strategy) {
            case SoloSteps solo -> solo;
            case ProbeThenDispatch dispatch -> dispatch;
            default ->
                    throw new RequestException(
                            "A study cannot follow %s: name small-steps, large-steps or a strategy that decides before the step, such as glimpse."
                                    .formatted(strategy.name()));
        };
    }

    private static void requirePlain(RouterConfig config) {
        if (config.speculative()
                || config.ahead()
                || config.race()
                || config.mode() != Mode.CLEAN) {
            throw new RequestException(
                    "A study is not timed and knows the clean mode only: leave --speculative, --ahead, --race and --mode out.");
        }
    }

    /** The strategy that is followed, made anew. */
    Stepwise followed() {
        return follow(base.strategy());
    }

    /** How many branches of a model one question needs at a time. */
    public int branches(Writer writer) {
        return writer == Writer.LARGE && rules.judged() ? 1 : 0;
    }
}
