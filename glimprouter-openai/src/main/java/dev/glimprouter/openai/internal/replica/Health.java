package dev.glimprouter.openai.internal.replica;

import dev.glimprouter.engine.ReplicaHealth;
import dev.glimprouter.openai.internal.replica.State.Closed;
import dev.glimprouter.openai.internal.replica.State.HalfOpen;
import dev.glimprouter.openai.internal.replica.State.Open;
import dev.glimprouter.openai.internal.replica.State.Paused;
import dev.glimprouter.time.Time;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Whether a replica takes requests, learnt from how they go: a circuit breaker (M. Nygard, Release
 * It!, 2nd edition, 2018, section 5.3).
 *
 * <p>Thread safe without locks; nothing blocks.
 */
final class Health {

    private final URI base;
    private final HealthRules rules;
    private final Time time;
    private final RandomGenerator random;
    private final AtomicReference<State> state =
            new AtomicReference<>(new Closed(0, 0, Outcomes.NONE));

    /**
     * The health of a replica that is taken for well.
     *
     * @param random one that several threads may use
     */
    Health(URI base, HealthRules rules, Time time, RandomGenerator random) {
        this.base = base;
        this.rules = rules;
        this.time = time;
        this.random = random;
    }

    State state() {
        return state.get();
    }

    boolean isWell() {
        return switch (state.get()) {
            case Closed _ -> true;
            case Paused busy -> busy.nanosLeft(time.nanos()) <= 0;
            case Open _, HalfOpen _ -> false;
        };
    }

    /** Whether it failed too much, and has not shown since that it is well again. */
    boolean isDown() {
        return switch (state.get()) {
            case Closed _, Paused _ -> false;
            case Open _, HalfOpen _ -> true;
        };
    }

    /** A pass for a request: to a replica that is well, or as the one trial of a dead one. */
    Optional<Pass> admit() {
        return switch (state.get()) {
            case Closed well -> Optional.of(new Pass(well.epoch(), false));
            case Paused busy when busy.nanosLeft(time.nanos()) > 0 -> Optional.empty();
            case Paused rested -> {
                state.compareAndSet(rested, rested.well());
                yield Optional.of(new Pass(rested.epoch(), false));
            }
            case Open dead when dead.nanosLeft(time.nanos()) > 0 -> Optional.empty();
            case Open dead -> tryAgain(dead);
            case HalfOpen _ -> Optional.empty();
        };
    }

    /** A pass for a request that may join a trial, where there is one. */
    Optional<Pass> admitBesideTrial() {
        return switch (state.get()) {
            case Closed well -> Optional.of(new Pass(well.epoch(), false));
            case Paused _, Open _ -> Optional.empty();
            case HalfOpen tried -> Optional.of(new Pass(tried.epoch(), false));
        };
    }

    private Optional<Pass> tryAgain(Open dead) {
        if (!state.compareAndSet(dead, dead.onTrial())) {
            return Optional.empty();
        }
        Pass pass = new Pass(dead.epoch(), true);
        if (rules.check().isEmpty()) {
            return Optional.of(pass);
        }
        Check check = rules.check().get();
        check.executor().execute(() -> tryBy(check, pass, dead.last()));
        return Optional.empty();
    }

    private void tryBy(Check check, Pass pass, Failure last) {
        boolean well = false;
        try {
            well = check.isWell().test(base);
        } catch (RuntimeException unwell) {
            well = false;
        } finally {
            if (well) {
                answered(pass);
            } else {
                failed(pass, last);
            }
        }
    }

    /** The replica answered, be it with a refusal: it lives. */
    void answered(Pass pass) {
        update(pass, State::afterAnswer);
    }

    /** The request failed in a way that may pass. */
    void failed(Pass pass, Failure failure) {
        if (failure.kind() == Failure.Kind.BUSY) {
            update(pass, now -> afterBusy(now, failure));
        } else {
            double share = random.nextDouble();
            update(pass, now -> now.afterFailure(failure, rules, time.nanos(), share));
        }
    }

    private State afterBusy(State now, Failure busy) {
        return busy.asked().isPresent()
                ? new Paused(now.alive(), time.nanos() + rules.askedNanos(busy), busy)
                : now.afterAnswer();
    }

    /** The request ended without a word: if it was the trial, the next one may try at once. */
    void abandoned(Pass pass) {
        if (pass.trial()) {
            update(pass, now -> now instanceof HalfOpen tried ? tried.givenUp(time.nanos()) : now);
        }
    }

    private void update(Pass pass, UnaryOperator<State> change) {
        state.updateAndGet(now -> now.epoch() == pass.epoch() ? change.apply(now) : now);
    }

    /**
     * How long the replica takes no request, in nanoseconds; 0 if it does. While another request
     * tries it, that is a guess.
     */
    long nanosLeft() {
        return nanosLeft(state.get());
    }

    private long nanosLeft(State now) {
        return switch (now) {
            case Closed _ -> 0;
            case Paused busy -> Math.max(0, busy.nanosLeft(time.nanos()));
            case Open dead -> Math.max(0, dead.nanosLeft(time.nanos()));
            case HalfOpen _ -> rules.breaker().open().toNanos();
        };
    }

    /** What others are told of it. */
    ReplicaHealth view() {
        State now = state.get();
        Duration pause = Duration.ofNanos(nanosLeft(now));
        return switch (now) {
            case Closed _ -> ReplicaHealth.WELL;
            case Paused _ when pause.isZero() -> ReplicaHealth.WELL;
            case Paused _ -> new ReplicaHealth(ReplicaHealth.State.PAUSED, pause);
            case HalfOpen _ -> new ReplicaHealth(ReplicaHealth.State.HALF_OPEN, pause);
            case Open _ -> new ReplicaHealth(ReplicaHealth.State.OPEN, pause);
        };
    }

    /** One line on what the replica died of. */
    String trouble() {
        return switch (state.get()) {
            case Closed _ -> "well again";
            case Paused busy -> busy.last().line();
            case Open dead -> dead.last().line();
            case HalfOpen tried -> tried.last().line();
        };
    }
}
