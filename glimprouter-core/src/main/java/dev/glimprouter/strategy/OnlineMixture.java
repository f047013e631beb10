package dev.glimprouter.strategy;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Decision;

import java.util.Arrays;
import java.util.Optional;

/**
 * {@link MixtureThreshold} that fits the mixture while the question runs, on the question's own
 * H_init values: the newest 64, the one at hand included.
 *
 * <p>Until there are enough of them, and as long as they do not fall into two groups, a threshold
 * on H_init decides. Nothing is shared between questions, so that a question's route does not
 * depend on what else was asked. (Own; STEER fits on other questions beforehand.)
 *
 * @param posterior least probability that sends a step to large, 0 to 1
 * @param after how many values it takes to fit, from 4 to 64
 * @param start threshold in nats as long as there is no fit, 0 to infinity
 */
public record OnlineMixture(double posterior, int after, double start) implements RoutingPolicy {

    /** Our default for how many values it takes. */
    public static final int DEFAULT_AFTER = 8;

    private static final int WINDOW = 64;
    private static final int MOST_ROUNDS = 25;

    /** Checks ranges. */
    public OnlineMixture {
        Ranges.require("posterior", posterior, 0, 1);
        Ranges.require("after", after, 4, WINDOW);
        Ranges.requireTau("start", start);
    }

    @Override
    public String name() {
        return "mixture(posterior=%s, after=%d, start=%s)".formatted(posterior, after, start);
    }

    @Override
    public Optional<Decision> decide(StepView step) {
        Optional<Probe> probe = step.glimpse();
        Optional<GaussianMixture> mixture = probe.flatMap(now -> fit(step, now));
        return Optional.of(
                mixture.map(fit -> MixtureThreshold.decide(fit, posterior, name(), probe))
                        .orElseGet(() -> new TauRule(name(), start).decide(probe)));
    }

    private Optional<GaussianMixture> fit(StepView step, Probe now) {
        double[] past = PastScores.last(step, WINDOW - 1);
        double[] scores = Arrays.copyOf(past, past.length + 1);
        scores[past.length] = now.hInit();
        return scores.length < after ? Optional.empty() : new MixtureFit(scores).run(MOST_ROUNDS);
    }
}
