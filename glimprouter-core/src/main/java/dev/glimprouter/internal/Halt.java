package dev.glimprouter.internal;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import java.time.Duration;
import java.util.Optional;

/** Ends a reasoning early: the user's cancellation or the deadline, whichever comes first. */
final class Halt implements AutoCloseable {

    private final Cancellation user;
    private final Cancellation reasoning = new Cancellation();
    private final Cancellation.Registration registration;
    private final Optional<Time.Alarm> alarm;

    Halt(Cancellation user, Optional<Duration> deadline, Time time) {
        this.user = user;
        this.registration = user.onCancel(reasoning::cancel);
        this.alarm = deadline.map(left -> time.after(left.toNanos(), reasoning::cancel));
    }

    /** What ends the reasoning. */
    Cancellation reasoning() {
        return reasoning;
    }

    /** What ends the answer: only the user. */
    Cancellation user() {
        return user;
    }

    /** Whether the deadline has passed. */
    boolean deadlinePassed() {
        checkUser();
        return reasoning.isCancelled();
    }

    /** Throws if the user has cancelled. */
    void checkUser() {
        if (user.isCancelled()) {
            throw new CancelledException("The question was cancelled.");
        }
    }

    @Override
    public void close() {
        registration.close();
        alarm.ifPresent(Time.Alarm::close);
    }
}
