package dev.glimprouter.gateway.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.glimprouter.gateway.Allowance;
import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.chat.Refusal;
import dev.glimprouter.testkit.ManualTime;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/** What is left to the owner of a key, and when there is more. */
class AccountsTest {

    private final ManualTime time = new ManualTime();
    private final Accounts accounts = new Accounts(Optional.empty(), time, _ -> {});

    private Accounts.Stay enter(Allowance allowance, long tokens) {
        return accounts.enter("a", allowance, () -> tokens);
    }

    private void visit(Allowance allowance, long tokens) {
        enter(allowance, tokens).close();
    }

    private ApiError refused(Allowance allowance) {
        return catchThrowableOfType(Refusal.class, () -> enter(allowance, 0)).error();
    }

    @Test
    void requestsComeBackEvenlyOverAMinute() {
        Allowance two = Allowance.ALL.withRequestsPerMinute(2);
        visit(two, 0);
        visit(two, 0);

        ApiError error = refused(two);
        assertThat(error.status()).isEqualTo(429);
        assertThat(error.type()).isEqualTo("requests");
        assertThat(error.code()).contains("rate_limit_exceeded");
        assertThat(error.retryAfter()).contains(Duration.ofSeconds(30));

        time.advance(Duration.ofSeconds(30));
        visit(two, 0);
        assertThat(refused(two).retryAfter()).contains(Duration.ofSeconds(30));
    }

    @Test
    void tokensAreTakenAtTheEndAndMayBeOwed() {
        Allowance sixty = Allowance.ALL.withTokensPerMinute(60);
        visit(sixty, 100);

        ApiError error = refused(sixty);
        assertThat(error.type()).isEqualTo("tokens");
        assertThat(error.retryAfter()).contains(Duration.ofSeconds(41));

        time.advance(Duration.ofSeconds(41));
        visit(sixty, 0);
    }

    @Test
    void aRefusedRequestTakesNothing() {
        Allowance one = Allowance.ALL.withRequestsPerMinute(1);
        visit(one, 0);
        assertThat(refused(one).retryAfter()).isEqualTo(refused(one).retryAfter());
    }

    @Test
    void soManyAtATime() {
        Allowance one = Allowance.ALL.withParallel(1);
        Accounts.Stay stay = enter(one, 0);

        assertThat(refused(one).retryAfter()).isPresent();
        stay.close();
        visit(one, 0);
    }

    @Test
    void aSpentBudgetDoesNotComeBackByWaiting() {
        Allowance ten = Allowance.ALL.withBudget(10);
        visit(ten, 9);
        visit(ten, 9);
        time.advance(Duration.ofDays(1));

        ApiError error = refused(ten);
        assertThat(error.status()).isEqualTo(429);
        assertThat(error.code()).contains("insufficient_quota");
        assertThat(error.retryAfter()).isEmpty();
        visit(Allowance.ALL.withBudget(19), 0);
    }

    @Test
    void ownersDoNotShare() {
        Allowance one = Allowance.ALL.withRequestsPerMinute(1);
        visit(one, 0);

        accounts.enter("b", one, () -> 0).close();
        assertThat(refused(one)).isNotNull();
    }

    @Test
    void anotherLimitHoldsFromTheNextRequestOn() {
        visit(Allowance.ALL.withRequestsPerMinute(1), 0);

        visit(Allowance.ALL.withRequestsPerMinute(2), 0);
        visit(Allowance.ALL, 0);
    }
}
