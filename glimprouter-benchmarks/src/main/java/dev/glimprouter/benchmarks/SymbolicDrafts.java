package dev.glimprouter.benchmarks;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.check.ArithmeticCheck;
import dev.glimprouter.check.StepCheck;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.SoloSteps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The steps of a model alone to which the symbolic check objects, for people to judge by hand.
 *
 * <pre>benchmarks/symbolic-drafts.sh FILE.jsonl [OBJECTIONS [SMALL LARGE]]</pre>
 */
public final class SymbolicDrafts {

    private static final int SEED = 1;
    private static final int AT_ONCE = 8;
    private static final int CONTEXT_TOKENS = 1024;
    private static final RouterConfig RULES =
            RouterConfig.DEFAULT.withBudget(320).withAnswerLimit(1).withSeed(SEED);

    private final StepCheck check = new ArithmeticCheck();
    private int questions;
    private int steps;
    private int objections;

    private SymbolicDrafts() {}

    /** Writes: how many objections, the questions' file, the small and the large model. */
    public static void main(String[] arguments) throws IOException {
        int wanted = Integer.parseInt(arguments[0]);
        List<GradedQuestion> questions =
                GradedQuestion.read(Path.of(arguments[1]), Integer.MAX_VALUE);
        EngineOptions options =
                EngineOptions.DEFAULT.withContextTokens(CONTEXT_TOKENS).withSessions(AT_ONCE);
        try (Pair pair = Pair.open(arguments[2], arguments[3], options);
                ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            GlimpRouter router =
                    pair.router().withStrategy(new SoloSteps(Writer.SMALL)).withConfig(RULES);
            SymbolicDrafts drafts = new SymbolicDrafts();
            for (int from = 0;
                    from < questions.size() && drafts.objections < wanted;
                    from += AT_ONCE) {
                int to = Math.min(from + AT_ONCE, questions.size());
                List<CompletableFuture<Result>> results = new ArrayList<>();
                for (GradedQuestion each : questions.subList(from, to)) {
                    results.add(
                            CompletableFuture.supplyAsync(
                                    () -> router.ask(each.question()), asking));
                }
                results.forEach(result -> drafts.look(result.join()));
            }
            System.out.printf(
                    "%d objections to %d steps of %d questions, seed %d%n",
                    drafts.objections, drafts.steps, drafts.questions, SEED);
        }
    }

    private void look(Result result) {
        for (Step step : result.reasoning().steps()) {
            Optional<String> objection = check.objection(step.text());
            if (objection.isPresent()) {
                objections++;
                System.out.printf(
                        "--- %d: question %d, step %d: %s%n%s%n",
                        objections, questions, step.index(), objection.get(), step.text().strip());
            }
            steps++;
        }
        questions++;
    }
}
