package dev.glimprouter.cli;

import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/**
 * Turns the signals of the keyboard and the system into cancellations, and sees to it that the
 * process ends within half a second where nobody reacts, unless the work at hand is given longer.
 *
 * <p>The first signal cancels the work at hand, or ends the process where there is none. The second
 * ends it at once. Thread safe.
 */
final class Interrupts {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Time time;
    private final Ending ending;
    private @Nullable Cancellation work;
    private Runnable lastWords = () -> {};
    private Duration patience = PATIENCE;
    private @Nullable Kind raised;
    private Time.@Nullable Alarm alarm;

    /** What may be raised. */
    enum Kind {
        /** The terminal hung up. */
        HUP(129),
        /** Ctrl-C. */
        INT(130),
        /** Somebody asks the process to end. */
        TERM(143);

        /** The exit code that tells of it. */
        final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    /** The two ways in which a process ends itself. */
    interface Ending {
        /** Lets everybody tidy up first; may never return. */
        void exit(int code);

        /** At once; does not return in a real process. */
        void halt(int code);
    }

    Interrupts(Time time, Ending ending) {
        this.time = time;
        this.ending = ending;
    }

    /** Work that a signal cancels until the scope is closed. */
    Scope during(Cancellation cancellation, Runnable whenOutOfPatience) {
        return during(cancellation, PATIENCE, whenOutOfPatience);
    }

    /** Work that a signal cancels until the scope is closed, and that may take so long to end. */
    synchronized Scope during(
            Cancellation cancellation, Duration toEnd, Runnable whenOutOfPatience) {
        work = cancellation;
        patience = toEnd;
        lastWords = whenOutOfPatience;
        if (raised != null) {
            cancellation.cancel();
        }
        return this::free;
    }

    private synchronized void free() {
        work = null;
        patience = PATIENCE;
        lastWords = () -> {};
    }

    /** Takes a signal. */
    void raise(Kind kind) {
        boolean second;
        @Nullable Cancellation cancelled;
        synchronized (this) {
            second = raised != null;
            raised = kind;
            cancelled = work;
            if (!second) {
                alarm = time.after(patience.toNanos(), this::runOut);
            }
        }
        if (second) {
            ending.halt(kind.exitCode);
        } else if (cancelled != null) {
            cancelled.cancel();
        } else {
            ending.exit(kind.exitCode);
        }
    }

    private void runOut() {
        Optional<Kind> kind = raised();
        Runnable words;
        synchronized (this) {
            words = lastWords;
        }
        if (kind.isPresent()) {
            try {
                words.run();
            } finally {
                ending.halt(kind.get().exitCode);
            }
        }
    }

    /** The signal that nobody has dealt with yet. */
    synchronized Optional<Kind> raised() {
        return Optional.ofNullable(raised);
    }

    /** Declares the signal dealt with: the process goes on. */
    synchronized void settle() {
        raised = null;
        if (alarm != null) {
            alarm.close();
            alarm = null;
        }
    }

    /** A stretch of work. */
    @FunctionalInterface
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
