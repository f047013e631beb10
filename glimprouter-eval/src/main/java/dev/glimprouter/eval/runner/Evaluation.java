package dev.glimprouter.eval.runner;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.run.Throughput;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Asks the questions of a plan under all its strategies, and writes a run file for each.
 *
 * <p>What the files hold already is not asked again. The random draws of a question follow from the
 * seed, its id and its repeat alone, so that neither the order nor an interruption changes them. At
 * one question at a time engines forget earlier ones before each, so that every question is timed
 * cold.
 */
public final class Evaluation {

    private final EvaluationPlan plan;
    private final Map<Writer, Engine> engines;
    private final Marking marking;
    private final Time time;
    private final Clock clock;

    /**
     * An evaluation.
     *
     * @param engines the models by role, open for as many questions at a time as the plan says
     * @param marking grades answers
     * @param time measures and pauses
     * @param clock tells the wall-clock time in headers, in its own zone
     */
    public Evaluation(
            EvaluationPlan plan,
            Map<Writer, Engine> engines,
            Marking marking,
            Time time,
            Clock clock) {
        this.plan = plan;
        this.engines = Map.copyOf(engines);
        this.marking = marking;
        this.time = time;
        this.clock = clock;
    }

    /**
     * Asks what is left to ask.
     *
     * @return what this call did
     * @throws CancelledException if {@code cancellation} was requested first; what was finished is
     *     in the files, and the same again goes on
     * @throws dev.glimprouter.error.GlimpRouterException if a file cannot be opened or written, or
     *     no question can be asked
     */
    public Throughput run(RunListener listener, Cancellation cancellation) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        try (OpenRuns runs = OpenRuns.of(plan, engines, marking.name(), now)) {
            Scoreboard board = new Scoreboard(listener, time, plan, runs.standings());
            if (!runs.machineChanges().isEmpty()) {
                listener.moved(runs.machineChanges());
            }
            board.start();
            Asking asking = new Asking(plan, engines, marking, time, clock);
            List<Turn> left = runs.left(TurnOrder.of(plan));
            new Workers(plan.parallel())
                    .doAll(
                            left,
                            cancellation,
                            (turn, stop) -> take(turn, asking, runs, board, stop));
            return board.throughput();
        }
    }

    private static void take(
            Turn turn, Asking asking, OpenRuns runs, Scoreboard board, Cancellation stop) {
        Contestant contestant = turn.contestant();
        RunEntry entry = asking.ask(turn, runs.isBegun(contestant), stop);
        runs.append(contestant, entry);
        board.add(contestant.name(), entry);
    }
}
