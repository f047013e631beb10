package dev.glimprouter.eval.plan;

import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.ProbeThenDispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A glimpse at many thresholds, replayed on one recording. */
final class Thresholds {

    private static final int PARTS = 40;

    private Thresholds() {}

    /**
     * The mean question's work at thresholds that part the recorded H_init into equal parts, from
     * every step by large to none; empty where no step was glimpsed.
     */
    static List<Work> of(Recording glimpsed) {
        double[] seen =
                glimpsed.questions().stream()
                        .flatMap(one -> one.route().legs().stream())
                        .flatMap(leg -> leg.probe().stream())
                        .mapToDouble(probe -> probe.hInit())
                        .sorted()
                        .toArray();
        List<Work> works = new ArrayList<>();
        for (int part = 0; part <= PARTS && seen.length > 0; part++) {
            int at = part * seen.length / PARTS;
            works.addAll(at(glimpsed, at < seen.length ? seen[at] : Double.POSITIVE_INFINITY));
        }
        return works;
    }

    private static List<Work> at(Recording glimpsed, double tau) {
        EntropyThreshold policy = new EntropyThreshold(Math.max(0, tau));
        Optional<Replay.Played> played =
                Replay.of(
                        glimpsed, new ProbeThenDispatch(policy), new PolicyRouter(() -> policy), 1);
        return played.map(one -> one.workload().mean()).stream().toList();
    }
}
