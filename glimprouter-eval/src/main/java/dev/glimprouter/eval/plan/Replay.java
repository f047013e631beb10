package dev.glimprouter.eval.plan;

import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.Uninterrupted;

import java.util.List;
import java.util.Optional;

/**
 * Another strategy on recorded steps. Its work is the recorded work, and what its simulation
 * differs by from the simulation of what was recorded; so whatever both have in common, and no
 * simulation knows, stays.
 */
final class Replay {

    private final Recording source;
    private final Strategy strategy;
    private final Router router;
    private final int draws;
    private final StepLengths lengths;
    private final Workload.Collecting works = new Workload.Collecting();
    private double tokens;
    private double changed;

    private Replay(Recording source, Strategy strategy, Router router, int draws) {
        this.source = source;
        this.strategy = strategy;
        this.router = router;
        this.draws = draws;
        this.lengths = StepLengths.of(source);
    }

    /**
     * What came of it.
     *
     * @param workload the work
     * @param changed share of the recorded tokens that another model would write
     */
    record Played(Workload workload, double changed) {}

    /**
     * Replays a strategy; empty if the recording does not hold what it looks at.
     *
     * @param draws how often it is replayed, where it draws
     */
    static Optional<Played> of(Recording source, Strategy strategy, Router router, int draws) {
        Replay replay = new Replay(source, strategy, router, draws);
        return source.questions().stream().allMatch(replay::add)
                ? Optional.of(replay.played())
                : Optional.empty();
    }

    private Played played() {
        return new Played(
                new Workload(
                        strategy.name(), Basis.REPLAYED, source.system(), List.of(), works.means()),
                tokens == 0 ? 0 : changed / tokens);
    }

    private boolean add(Recorded one) {
        for (int draw = 0; draw < draws; draw++) {
            Optional<List<Share>> shares = router.shares(one.route(), lengths, draw);
            if (shares.isEmpty()) {
                return false;
            }
            works.add(one.hash(), work(one, shares.get()));
            count(one.route(), shares.get());
        }
        return true;
    }

    private void count(Route route, List<Share> shares) {
        for (int i = 0; i < shares.size(); i++) {
            int length = route.legs().get(i).step().tokens();
            tokens += length;
            changed += route.legs().get(i).step().writer() == shares.get(i).writer() ? 0 : length;
        }
    }

    private Work work(Recorded one, List<Share> shares) {
        Route route = one.route();
        List<Share> before = route.legs().stream().map(Leg::share).toList();
        Work was = simulate(route, before, route.answerWriter(), route.whole());
        Work is =
                simulate(route, shares, strategy.answerWriter(), strategy instanceof Uninterrupted);
        return new Work(
                        load(Writer.SMALL, one.work(), was, is),
                        load(Writer.LARGE, one.work(), was, is),
                        one.work().glimpses() + is.glimpses() - was.glimpses(),
                        one.work().steps(),
                        is.stepsByLarge())
                .notNegative();
    }

    private Work simulate(Route route, List<Share> shares, Writer answerWriter, boolean whole) {
        Simulation simulation = new Simulation(route.config(), route.served());
        double written = 0;
        for (int i = 0; i < shares.size(); i++) {
            double small = lengths.of(route.legs().get(i), Writer.SMALL);
            double large = lengths.of(route.legs().get(i), Writer.LARGE);
            if (whole) {
                written += answerWriter == Writer.SMALL ? small : large;
            } else {
                simulation.step(shares.get(i), small, large);
            }
        }
        if (whole) {
            simulation.all(answerWriter, shares.size(), written + route.answerTokens());
        } else {
            simulation.answer(answerWriter, route.answerTokens());
        }
        return simulation.work();
    }

    /** A model that had no part in the recording reads the same question as the other one. */
    private Load load(Writer writer, Work recorded, Work was, Work is) {
        if (!strategy.writers().contains(writer)) {
            return Load.NONE;
        }
        if (recorded.of(writer).prefills() > 0) {
            return recorded.of(writer).plus(is.of(writer)).plus(was.of(writer).times(-1));
        }
        Writer other = writer.other();
        double head = recorded.of(other).promptTokens() - was.of(other).promptTokens();
        return is.of(writer).plus(new Load(Math.max(0, head), 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
