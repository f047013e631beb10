package dev.glimprouter.strategy;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

import java.util.Optional;

/**
 * Large writes where the step is a turning point with at least a given probability, by a mixture of
 * two normal distributions that was fitted on unlabelled H_init values beforehand ({@link
 * GaussianMixture#fit}). A missing probe goes to large. It has an opinion on every step.
 *
 * <p>STEER (arXiv 2511.06190) does so with the confidence of small's logits in place of H_init.
 *
 * @param mixture the two distributions
 * @param posterior least probability that sends a step to large, 0 to 1; ties go to large
 */
public record MixtureThreshold(GaussianMixture mixture, double posterior) implements RoutingPolicy {

    /** STEER's even odds. */
    public static final double DEFAULT_POSTERIOR = 0.5;

    /** Checks the range. */
    public MixtureThreshold {
        Ranges.require("posterior", posterior, 0, 1);
    }

    @Override
    public String name() {
        return "mixture(low=%s, low-deviation=%s, high=%s, high-deviation=%s, share=%s, posterior=%s)"
                .formatted(
                        mixture.low(),
                        mixture.lowDeviation(),
                        mixture.high(),
                        mixture.highDeviation(),
                        mixture.share(),
                        posterior);
    }

    @Override
    public Optional<Decision> decide(StepView step) {
        return Optional.of(decide(mixture, posterior, name(), step.glimpse()));
    }

    /** The comparison, for a policy of this name. */
    static Decision decide(
            GaussianMixture mixture, double posterior, String name, Optional<Probe> probe) {
        if (probe.isEmpty()) {
            return new Decision(Writer.LARGE, name, Double.NaN, posterior, false, "no probe");
        }
        double score = mixture.posterior(probe.get().hInit());
        boolean large = score >= posterior;
        boolean lowest = mixture.posterior(probe.get().entropy().lowerNats()) >= posterior;
        boolean highest = mixture.posterior(probe.get().entropy().upperNats()) >= posterior;
        return new Decision(
                large ? Writer.LARGE : Writer.SMALL,
                name,
                score,
                posterior,
                lowest == large && highest == large,
                large ? "likely a turning point" : "likely routine");
    }
}
