package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Spans;
import dev.glimprouter.strategy.RouterConfig;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** When to stop. */
final class LimitOptions {

    @Option(
            names = "--budget",
            paramLabel = "TOKENS",
            description = "Most tokens of the reasoning (default: 8192, less if the context is).")
    @Nullable Integer budget;

    @Option(
            names = "--answer-limit",
            paramLabel = "TOKENS",
            description = "Most tokens of the answer (default: 2048).")
    @Nullable Integer answer;

    @Option(
            names = "--step-limit",
            paramLabel = "TOKENS",
            description = "Most tokens of a step (default: 512).")
    @Nullable Integer step;

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            description =
                    "When the reasoning has to end, such as 90s, 2m or PT1M30S; the answer is "
                            + "still written after it.")
    @Nullable String deadline;

    /** The same rules with the limits that are written here. */
    RouterConfig over(RouterConfig config) {
        RouterConfig limited = budget == null ? config : config.withBudget(budget);
        limited = answer == null ? limited : limited.withAnswerLimit(answer);
        limited = step == null ? limited : limited.withStepLimit(step);
        return deadline == null ? limited : limited.withDeadline(Spans.parse(deadline));
    }
}
