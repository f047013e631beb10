package dev.glimprouter.benchmarks;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.expression.StrategyExpression;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Each strategy on the same questions, one after another, with one seed: a look at what they do, no
 * evaluation.
 *
 * <pre>benchmarks/strategies.sh FILE.jsonl [QUESTIONS [SMALL LARGE [STRATEGY...]]]</pre>
 */
public final class StrategyTable {

    private static final int SEED = 1;
    private static final RouterConfig RULES =
            RouterConfig.DEFAULT.withBudget(320).withAnswerLimit(96).withSeed(SEED);
    private static final int BRANCHES = 3;

    private static final List<String> STRATEGIES =
            List.of(
                    "large",
                    "small",
                    "large-steps",
                    "small-steps",
                    "glimpse(tau=1.0)",
                    "glimpse(tau=0.5)",
                    "random(rate=0.3)",
                    "opening(steps=2)",
                    "overconfidence",
                    "loop",
                    "mixture",
                    "hysteresis",
                    "target-share(rate=0.3)",
                    "domain",
                    "glimpse(tau=1.0) or opening(steps=2) or loop",
                    "hstep",
                    "pplstep",
                    "judge",
                    "specreason",
                    "confspec",
                    "rsd",
                    "symbolic",
                    "speccot",
                    "token-entropy");

    private final Pair pair;
    private final List<GradedQuestion> questions;

    private StrategyTable(Pair pair, List<GradedQuestion> questions) {
        this.pair = pair;
        this.questions = questions;
    }

    /** Asks: how many questions, their file, the small and the large model, strategies or none. */
    public static void main(String[] arguments) throws IOException {
        List<GradedQuestion> questions =
                GradedQuestion.read(Path.of(arguments[1]), Integer.parseInt(arguments[0]));
        EngineOptions options =
                EngineOptions.DEFAULT.withContextTokens(2048).withBranches(BRANCHES);
        try (Pair pair = Pair.open(arguments[2], arguments[3], options)) {
            StrategyTable table = new StrategyTable(pair, questions);
            System.out.printf(
                    "%d questions, seed %d, budget %d, answer %d tokens%n%n",
                    questions.size(), SEED, RULES.budget(), RULES.answerLimit());
            System.out.println(
                    "| strategy | right | steps by large | tokens small, large | thrown away small, large | judging tokens | seconds a question |");
            System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
            List<String> named = List.of(arguments).subList(4, arguments.length);
            (named.isEmpty() ? STRATEGIES : named).forEach(table::row);
        }
    }

    private void row(String expression) {
        Strategy strategy = StrategyExpression.parse(expression).strategy();
        GlimpRouter router = pair.router().withStrategy(strategy).withConfig(RULES);
        Map<Writer, Usage> used = new EnumMap<>(Writer.class);
        int right = 0;
        int steps = 0;
        int largeSteps = 0;
        long nanos = 0;
        for (GradedQuestion each : questions) {
            Result result = router.ask(each.question());
            right += each.isAnsweredBy(result.answer()) ? 1 : 0;
            steps += result.reasoning().steps().size();
            largeSteps += result.reasoning().stepsBy(Writer.LARGE);
            nanos += result.nanos();
            result.usage().forEach((writer, more) -> used.merge(writer, more, Usage::plus));
        }
        Usage ofSmall = used.getOrDefault(Writer.SMALL, Usage.NONE);
        Usage ofLarge = used.getOrDefault(Writer.LARGE, Usage.NONE);
        System.out.printf(
                Locale.ROOT,
                "| `%s` | %d of %d | %d of %d | %d, %d | %d, %d | %d | %.1f |%n",
                strategy.name(),
                right,
                questions.size(),
                largeSteps,
                steps,
                ofSmall.generatedTokens(),
                ofLarge.generatedTokens(),
                ofSmall.discardedTokens(),
                ofLarge.discardedTokens(),
                judging(ofSmall) + judging(ofLarge),
                nanos / 1e9 / questions.size());
    }

    private static long judging(Usage usage) {
        return usage.judging().promptTokens() + usage.judging().generatedTokens();
    }
}
