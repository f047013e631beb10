package dev.glimprouter.gateway;

import java.util.Optional;
import java.util.Set;

/**
 * What the owner of a key may do; what is empty is not limited.
 *
 * <p>Tokens are those that clients are told of: of the question, of the kept steps and of the
 * answer.
 *
 * @param models which of the offered models, by the names of {@code /v1/models}; a name without a
 *     profile stands for any tau, too
 * @param requestsPerMinute how many requests in a minute
 * @param tokensPerMinute how many tokens in a minute
 * @param parallel how many requests at the same time, those that wait included
 * @param budget how many tokens in all
 */
public record Allowance(
        Optional<Set<String>> models,
        Optional<Integer> requestsPerMinute,
        Optional<Integer> tokensPerMinute,
        Optional<Integer> parallel,
        Optional<Long> budget) {

    /** Everything. */
    public static final Allowance ALL =
            new Allowance(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** Checks ranges and copies the set. */
    public Allowance {
        models = models.map(Set::copyOf);
        requirePositive("requests in a minute", requestsPerMinute);
        requirePositive("tokens in a minute", tokensPerMinute);
        requirePositive("requests at the same time", parallel);
        if (budget.isPresent() && budget.get() < 0) {
            throw new IllegalArgumentException("a budget is 0 or more tokens.");
        }
    }

    private static void requirePositive(String what, Optional<Integer> number) {
        if (number.isPresent() && number.get() < 1) {
            throw new IllegalArgumentException("at least 1 of " + what + ".");
        }
    }

    /** Whether a model may be asked for. */
    public boolean allows(String model) {
        return models.isEmpty() || models.get().contains(model);
    }

    /** The same for these models only. */
    public Allowance withModels(Set<String> names) {
        return new Allowance(
                Optional.of(names), requestsPerMinute, tokensPerMinute, parallel, budget);
    }

    /** The same with so many requests in a minute. */
    public Allowance withRequestsPerMinute(int count) {
        return new Allowance(models, Optional.of(count), tokensPerMinute, parallel, budget);
    }

    /** The same with so many tokens in a minute. */
    public Allowance withTokensPerMinute(int count) {
        return new Allowance(models, requestsPerMinute, Optional.of(count), parallel, budget);
    }

    /** The same with so many requests at the same time. */
    public Allowance withParallel(int count) {
        return new Allowance(
                models, requestsPerMinute, tokensPerMinute, Optional.of(count), budget);
    }

    /** The same with so many tokens in all. */
    public Allowance withBudget(long tokens) {
        return new Allowance(
                models, requestsPerMinute, tokensPerMinute, parallel, Optional.of(tokens));
    }
}
