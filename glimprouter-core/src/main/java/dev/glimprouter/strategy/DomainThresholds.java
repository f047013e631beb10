package dev.glimprouter.strategy;

import dev.glimprouter.internal.names.Words;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Decision;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A threshold on H_init for each domain. A missing probe goes to large, except at infinity. It has
 * an opinion on every step. (Own.)
 *
 * @param taus threshold in nats of every domain, 0 to infinity
 * @param named the domain of all questions; empty to tell it by the words of each question
 *     (docs/strategies.md)
 */
public record DomainThresholds(Map<Domain, Double> taus, Optional<Domain> named)
        implements RoutingPolicy {

    /** Checks ranges. */
    public DomainThresholds {
        Objects.requireNonNull(named, "named");
        taus = Map.copyOf(taus);
        for (Domain domain : Domain.values()) {
            Ranges.requireTau(Words.of(domain), taus.getOrDefault(domain, Double.NaN));
        }
    }

    @Override
    public String name() {
        StringBuilder name = new StringBuilder("domain(");
        for (Domain domain : Domain.values()) {
            name.append("%s=%s, ".formatted(Words.of(domain), taus.get(domain)));
        }
        return name.append("is=%s)".formatted(named.map(Words::of).orElse("auto"))).toString();
    }

    /** What a question is about: as named, else by its words. */
    public Domain domainOf(Question question) {
        return named.orElseGet(() -> DomainRule.of(question));
    }

    @Override
    public Optional<Decision> decide(StepView step) {
        Domain domain = domainOf(step.question());
        double tau = Objects.requireNonNull(taus.get(domain));
        Decision made = new TauRule(name(), tau).decide(step.glimpse());
        return Optional.of(
                new Decision(
                        made.writer(),
                        made.policy(),
                        made.score(),
                        made.threshold(),
                        made.certain(),
                        Words.of(domain) + ": " + made.reason()));
    }
}
