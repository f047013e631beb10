package dev.glimprouter.openai.internal.replica;

/**
 * Whether a replica takes requests.
 *
 * <p>The epoch grows at every death. What a request of an earlier epoch comes to says nothing of
 * the present one: a server that shuts down finishes old streams and refuses new ones.
 */
sealed interface State {

    /** How often the replica has died or a trial was given up. */
    long epoch();

    /** Well again, or still. */
    default State afterAnswer() {
        return new Closed(epoch(), 0);
    }

    /**
     * One failure later.
     *
     * @param nanos the time now
     * @param share random, from 0 to 1, of the pause
     */
    State afterFailure(Failure failure, HealthRules rules, long nanos, double share);

    /**
     * Well: requests go through.
     *
     * @param failures in a row up to now
     */
    record Closed(long epoch, int failures) implements State {

        @Override
        public State afterAnswer() {
            return failures == 0 ? this : new Closed(epoch, 0);
        }

        @Override
        public State afterFailure(Failure failure, HealthRules rules, long nanos, double share) {
            return failure.unreachable() || failures + 1 >= rules.failures()
                    ? new Open(epoch + 1, 1, nanos + rules.pauseNanos(1, share), failure)
                    : new Closed(epoch, failures + 1);
        }
    }

    /**
     * Dead: left alone until the clock shows {@code untilNanos}.
     *
     * @param deaths in a row
     * @param last what it died of
     */
    record Open(long epoch, int deaths, long untilNanos, Failure last) implements State {

        /** How long it is still left alone; zero or less when its pause is over. */
        long nanosLeft(long nanos) {
            return untilNanos - nanos;
        }

        HalfOpen onTrial() {
            return new HalfOpen(epoch, deaths, last);
        }

        @Override
        public State afterFailure(Failure failure, HealthRules rules, long nanos, double share) {
            return onTrial().afterFailure(failure, rules, nanos, share);
        }
    }

    /**
     * Under trial: one request, or the check, finds out whether it is well again.
     *
     * @param deaths in a row
     * @param last what it died of
     */
    record HalfOpen(long epoch, int deaths, Failure last) implements State {

        /** The trial came to nothing: the next one may begin at once. */
        Open givenUp(long nanos) {
            return new Open(epoch + 1, deaths, nanos, last);
        }

        @Override
        public State afterFailure(Failure failure, HealthRules rules, long nanos, double share) {
            long until = nanos + rules.pauseNanos(deaths + 1, share);
            return new Open(epoch + 1, deaths + 1, until, failure);
        }
    }
}
