package dev.glimprouter.gateway.internal.access;

import dev.glimprouter.gateway.Allowance;
import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.chat.Refusal;

import java.time.Duration;
import java.util.Optional;

/** What the owner of one key has used. Thread safe. */
final class Account {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String REQUESTS = "requests";
    private static final String TOKENS = "tokens";

    private Optional<Rate> requests = Optional.empty();
    private Optional<Rate> tokens = Optional.empty();
    private int present;
    private long spent;

    Account(long spent) {
        this.spent = spent;
    }

    /**
     * Takes a request in.
     *
     * @throws Refusal if the allowance is used up
     */
    synchronized void enter(Allowance allowance, long nowNanos) {
        requests = rate(requests, allowance.requestsPerMinute(), nowNanos);
        tokens = rate(tokens, allowance.tokensPerMinute(), nowNanos);
        if (allowance.budget().isPresent() && spent >= allowance.budget().get()) {
            throw broke(allowance.budget().get());
        }
        if (allowance.parallel().isPresent() && present >= allowance.parallel().get()) {
            throw refused(
                    REQUESTS,
                    "This key may have %d requests at the same time"
                            .formatted(allowance.parallel().get()),
                    SOON);
        }
        require(requests, REQUESTS, nowNanos);
        require(tokens, TOKENS, nowNanos);
        requests.ifPresent(rate -> rate.take(1, nowNanos));
        present++;
    }

    /** A request is over that took so many tokens. */
    synchronized void leave(long usedTokens, long nowNanos) {
        present--;
        spent += usedTokens;
        tokens.ifPresent(rate -> rate.take(usedTokens, nowNanos));
    }

    /** Starts anew where the limit is another one now. */
    private static Optional<Rate> rate(
            Optional<Rate> old, Optional<Integer> perMinute, long nowNanos) {
        return perMinute.map(
                now ->
                        old.filter(rate -> rate.perMinute() == now)
                                .orElseGet(() -> new Rate(now, nowNanos)));
    }

    private static void require(Optional<Rate> rate, String what, long nowNanos) {
        Duration wait = rate.map(limit -> limit.untilOne(nowNanos)).orElse(Duration.ZERO);
        if (wait.isPositive()) {
            throw refused(
                    what,
                    "This key may take %d %s a minute"
                            .formatted(rate.orElseThrow().perMinute(), what),
                    wait);
        }
    }

    private static Refusal refused(String type, String why, Duration wait) {
        return new Refusal(
                new ApiError(
                        429,
                        type,
                        why + ": try again later.",
                        Optional.empty(),
                        Optional.of("rate_limit_exceeded"),
                        Optional.of(wait)));
    }

    /** Without a time to wait: no wait helps. */
    private static Refusal broke(long budget) {
        return new Refusal(
                new ApiError(
                        429,
                        "insufficient_quota",
                        "The budget of this key, %d tokens, is spent: ask whoever runs this gateway for more."
                                .formatted(budget),
                        Optional.empty(),
                        Optional.of("insufficient_quota"),
                        Optional.empty()));
    }
}
