package dev.glimprouter.benchmarks.coverage;

import dev.glimprouter.benchmarks.coverage.Scenario.Promise;
import dev.glimprouter.eval.statistics.Bootstrap;
import dev.glimprouter.eval.statistics.Mean;
import dev.glimprouter.eval.statistics.PairedDifference;
import dev.glimprouter.eval.statistics.PairedRatio;
import dev.glimprouter.eval.statistics.Proportion;
import dev.glimprouter.eval.statistics.Repeats;

import java.util.ArrayList;
import java.util.List;

/** The scenarios of the table. */
final class Scenarios {

    private static final double TYPICAL_EASY = 0.4;
    private static final double TYPICAL_BETTER = 0.1;
    private static final double EASY_RUNS = 0.5;
    private static final double FASTER = 0.7;

    private final Bootstrap bootstrap;
    private final List<Scenario> all = new ArrayList<>();

    private Scenarios(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    static List<Scenario> all(Bootstrap bootstrap) {
        Scenarios scenarios = new Scenarios(bootstrap);
        List<Families> families =
                List.of(
                        Families.alone(30),
                        Families.alone(100),
                        Families.alone(500),
                        new Families(30, 5, 0.7),
                        new Families(100, 3, 0.7));
        for (Families each : families) {
            scenarios.answers(new Answers(each, 1, TYPICAL_EASY, TYPICAL_BETTER));
            scenarios.answers(new Answers(each, 8, TYPICAL_EASY, TYPICAL_BETTER));
            scenarios.seconds(new Seconds(each, 1, EASY_RUNS, 0.2, FASTER));
            scenarios.seconds(new Seconds(each, 4, EASY_RUNS, 0.2, FASTER));
        }
        scenarios.careless();
        scenarios.edges();
        return List.copyOf(scenarios.all);
    }

    private void answers(Answers of) {
        accuracy("accuracy, Wilson: " + of, Promise.KEPT, of);
        differenceByT("difference of accuracy, t: " + of, Promise.KEPT, of);
        if (of.families().questions() < 500) {
            all.add(
                    new Scenario(
                            "difference of accuracy, bootstrap: " + of,
                            Promise.KEPT,
                            of.truthOfDifference(),
                            random -> difference(of.draw(random)).byBootstrap()));
        }
    }

    private void seconds(Seconds of) {
        meanSeconds("mean seconds, t: " + of, Promise.KEPT, of);
        if (of.families().questions() < 500) {
            all.add(
                    new Scenario(
                            "ratio of seconds, bootstrap: " + of,
                            Promise.KEPT,
                            FASTER,
                            random -> ratio(of.draw(random)).interval()));
        }
    }

    /** Every run as if it were a question of its own, or every question as if drawn alone. */
    private void careless() {
        Answers repeated = new Answers(Families.alone(100), 8, TYPICAL_EASY, TYPICAL_BETTER);
        Answers related = new Answers(new Families(30, 5, 0.7), 1, TYPICAL_EASY, TYPICAL_BETTER);
        Seconds timed = new Seconds(Families.alone(100), 4, EASY_RUNS, 0.2, FASTER);
        all.add(
                new Scenario(
                        "accuracy, repeats taken for questions: " + repeated,
                        Promise.BROKEN,
                        repeated.truthOfA(),
                        random -> Mean.of(runs(repeated.draw(random).a())).interval()));
        all.add(
                new Scenario(
                        "accuracy, families forgotten: " + related,
                        Promise.BROKEN,
                        related.truthOfA(),
                        random -> Mean.of(runs(related.draw(random).a())).interval()));
        all.add(
                new Scenario(
                        "mean seconds, repeats taken for questions: " + timed,
                        Promise.BROKEN,
                        timed.truthOfA(),
                        random -> Mean.of(runs(timed.draw(random).a())).interval()));
    }

    private void edges() {
        Answers high = new Answers(Families.alone(30), 1, 0.99, 0);
        Answers agreeing = new Answers(Families.alone(30), 8, 0.5, 0.02);
        Seconds tailed = new Seconds(Families.alone(30), 1, 1.0, 0.2, FASTER);
        accuracy("accuracy of 94 %, Wilson: " + high, Promise.EDGE, high);
        all.add(
                new Scenario(
                        "accuracy of 94 %, t: " + high,
                        Promise.EDGE,
                        high.truthOfA(),
                        random -> Mean.of(high.draw(random).a()).interval()));
        differenceByT("rare differences of accuracy, t: " + agreeing, Promise.EDGE, agreeing);
        meanSeconds("mean of heavy-tailed seconds, t: " + tailed, Promise.EDGE, tailed);
        all.add(
                new Scenario(
                        "ratio of heavy-tailed seconds, bootstrap: " + tailed,
                        Promise.EDGE,
                        FASTER,
                        random -> ratio(tailed.draw(random)).interval()));
    }

    private void accuracy(String what, Promise promise, Answers of) {
        all.add(
                new Scenario(
                        what,
                        promise,
                        of.truthOfA(),
                        random -> Proportion.of(of.draw(random).a()).interval()));
    }

    private void differenceByT(String what, Promise promise, Answers of) {
        Bootstrap none = new Bootstrap(100, 1);
        all.add(
                new Scenario(
                        what,
                        promise,
                        of.truthOfDifference(),
                        random -> {
                            Answers.Drawn drawn = of.draw(random);
                            return PairedDifference.ofProportions(drawn.a(), drawn.b(), none).byT();
                        }));
    }

    private void meanSeconds(String what, Promise promise, Seconds of) {
        all.add(
                new Scenario(
                        what,
                        promise,
                        of.truthOfA(),
                        random -> Mean.of(of.draw(random).a()).interval()));
    }

    private PairedDifference difference(Answers.Drawn drawn) {
        return PairedDifference.ofProportions(drawn.a(), drawn.b(), bootstrap);
    }

    private PairedRatio ratio(Seconds.Drawn drawn) {
        return PairedRatio.of(drawn.a(), drawn.b(), bootstrap);
    }

    private static double[] runs(List<Repeats> sample) {
        return sample.stream()
                .flatMapToDouble(q -> q.values().stream().mapToDouble(Double::doubleValue))
                .toArray();
    }
}
