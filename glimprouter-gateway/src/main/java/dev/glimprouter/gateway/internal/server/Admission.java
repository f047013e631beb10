package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.gateway.Load;
import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.chat.Refusal;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Lets so many in at a time, and so many wait: the owners of keys in turn, and of one owner who
 * came first. Thread safe.
 */
final class Admission {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int WEIGHT = 8;

    private final Time time;
    private final FairQueue<Waiter> queue = new FairQueue<>();
    private Load load;
    private int running;
    private long usualNanos;

    Admission(Load load, Time time) {
        this.load = load;
        this.time = time;
    }

    /** Changes how many; whoever is in or waits already stays. */
    synchronized void change(Load newLoad) {
        load = newLoad;
        admit();
    }

    /**
     * Waits for one's turn.
     *
     * @param owner whose turn it is to be
     * @throws Refusal if too many wait already, or it took too long
     * @throws CancelledException if {@code stop} was requested
     */
    Ticket enter(String owner, Cancellation stop) {
        Optional<Waiter> waiter = enterOrQueue(owner);
        if (waiter.isPresent()) {
            waiter.get().await(stop);
        }
        return new Ticket();
    }

    private synchronized Optional<Waiter> enterOrQueue(String owner) {
        if (running < load.parallel()) {
            running++;
            return Optional.empty();
        }
        if (queue.size() >= load.queue()) {
            throw busy("Too many requests wait here already");
        }
        Waiter waiter = new Waiter(owner, load.patience());
        queue.add(owner, waiter);
        return Optional.of(waiter);
    }

    private synchronized void leave(long heldNanos) {
        usualNanos += (heldNanos - usualNanos) / (usualNanos == 0 ? 1 : WEIGHT);
        running--;
        admit();
    }

    private void admit() {
        while (running < load.parallel()) {
            Optional<Waiter> next = queue.poll();
            if (next.isEmpty()) {
                return;
            }
            running++;
            next.get().end(State.ADMITTED);
        }
    }

    private synchronized void giveUp(Waiter waiter, State why) {
        if (queue.remove(waiter.owner, waiter)) {
            waiter.end(why);
        }
    }

    /** How many are in. */
    synchronized int running() {
        return running;
    }

    /** How many wait. */
    synchronized int waiting() {
        return queue.size();
    }

    private synchronized Refusal busy(String why) {
        Duration guess = Duration.ofNanos(usualNanos * (queue.size() + 1) / load.parallel());
        Duration wait = guess.compareTo(SHORTEST) < 0 ? SHORTEST : guess;
        return new Refusal(
                new ApiError(
                        429,
                        "rate_limit_error",
                        why + ": try again later.",
                        Optional.empty(),
                        Optional.of("too_many_requests"),
                        Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait)));
    }

    /** A place inside. */
    final class Ticket implements AutoCloseable {
        private final long since = time.nanos();
        private boolean left;

        @Override
        public void close() {
            if (!left) {
                left = true;
                leave(time.nanos() - since);
            }
        }
    }

    private enum State {
        WAITING,
        ADMITTED,
        LATE,
        STOPPED
    }

    /** Somebody in the queue; its state changes once, under the lock of the admission. */
    private final class Waiter {
        private final String owner;
        private final Duration patience;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile State state = State.WAITING;

        Waiter(String owner, Duration patience) {
            this.owner = owner;
            this.patience = patience;
        }

        void end(State how) {
            state = how;
            over.countDown();
        }

        void await(Cancellation stop) {
            try (Time.Alarm _ = time.after(patience.toNanos(), () -> giveUp(this, State.LATE));
                    Cancellation.Registration _ =
                            stop.onCancel(() -> giveUp(this, State.STOPPED))) {
                over.await();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                giveUp(this, State.STOPPED);
                if (state == State.ADMITTED) {
                    leave(0);
                }
                throw new CancelledException("The wait was interrupted.");
            }
            switch (state) {
                case ADMITTED -> {}
                case LATE -> throw busy("It took too long until it was this request's turn");
                case STOPPED, WAITING ->
                        throw new CancelledException("The request was cancelled while it waited.");
            }
        }
    }
}
