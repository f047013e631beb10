package dev.glimprouter.strategy.expression;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.strategy.Domain;
import dev.glimprouter.strategy.DomainThresholds;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.GaussianMixture;
import dev.glimprouter.strategy.Hysteresis;
import dev.glimprouter.strategy.LoopGuard;
import dev.glimprouter.strategy.MixtureThreshold;
import dev.glimprouter.strategy.OnlineMixture;
import dev.glimprouter.strategy.OpeningSteps;
import dev.glimprouter.strategy.Overconfidence;
import dev.glimprouter.strategy.RandomRate;
import dev.glimprouter.strategy.RoutingPolicy;
import dev.glimprouter.strategy.TargetShare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies from their parameters, with the defaults of those that were left out. */
final class PolicyMakers {

    private static final String TAU = "tau";
    private static final String RATE = "rate";
    private static final String POSTERIOR = "posterior";
    private static final String AFTER = "after";
    private static final String START = "start";
    private static final String IS = "is";
    private static final String AUTO = "auto";

    private static final List<String> FITTED =
            List.of("low", "low-deviation", "high", "high-deviation", "share");

    private PolicyMakers() {}

    static RoutingPolicy glimpse(Arguments given) {
        return new EntropyThreshold(given.number(TAU, EntropyThreshold.DEFAULT_TAU));
    }

    static RoutingPolicy random(Arguments given) {
        return new RandomRate(given.number(RATE), given.whole("stream", 0));
    }

    static RoutingPolicy opening(Arguments given) {
        return new OpeningSteps(given.whole("steps"));
    }

    static RoutingPolicy overconfidence(Arguments given) {
        return new Overconfidence(
                given.number("below", Overconfidence.DEFAULT_BELOW),
                given.whole("steps", Overconfidence.DEFAULT_STEPS));
    }

    static RoutingPolicy loop(Arguments given) {
        return new LoopGuard(
                given.whole("within", LoopGuard.DEFAULT_WITHIN),
                given.whole("hesitations", LoopGuard.DEFAULT_HESITATIONS));
    }

    /**
     * Fitted beforehand if the two distributions are given, else fitted while the question runs.
     */
    static RoutingPolicy mixture(Arguments given) {
        double posterior = given.number(POSTERIOR, MixtureThreshold.DEFAULT_POSTERIOR);
        if (FITTED.stream().noneMatch(given::has)) {
            return new OnlineMixture(
                    posterior,
                    given.whole(AFTER, OnlineMixture.DEFAULT_AFTER),
                    given.number(START, EntropyThreshold.DEFAULT_TAU));
        }
        if (given.has(AFTER) || given.has(START)) {
            throw new RequestException(
                    "after and start are for a mixture that is fitted while the question runs: leave them out, or %s."
                            .formatted(String.join(", ", FITTED)));
        }
        return new MixtureThreshold(
                new GaussianMixture(
                        given.number("low"),
                        given.number("low-deviation"),
                        given.number("high"),
                        given.number("high-deviation"),
                        given.number("share")),
                posterior);
    }

    static RoutingPolicy hysteresis(Arguments given) {
        return new Hysteresis(
                given.number(TAU, EntropyThreshold.DEFAULT_TAU),
                given.number("high", Hysteresis.DEFAULT_HIGH),
                given.number("low", Hysteresis.DEFAULT_LOW),
                given.number("momentum", Hysteresis.DEFAULT_MOMENTUM));
    }

    static RoutingPolicy targetShare(Arguments given) {
        return new TargetShare(
                given.number(RATE),
                given.word("over", TargetShare.Over.class, TargetShare.Over.STREAM),
                given.word("of", TargetShare.Of.class, TargetShare.Of.STEPS),
                given.number("slack", TargetShare.DEFAULT_SLACK));
    }

    static RoutingPolicy domain(Arguments given) {
        Map<Domain, Double> taus = new EnumMap<>(Domain.class);
        for (Domain domain : Domain.values()) {
            taus.put(domain, given.number(Words.of(domain), EntropyThreshold.DEFAULT_TAU));
        }
        Optional<Domain> named =
                given.is(IS, AUTO) ? Optional.empty() : given.maybeWord(IS, Domain.class);
        return new DomainThresholds(taus, named);
    }
}
