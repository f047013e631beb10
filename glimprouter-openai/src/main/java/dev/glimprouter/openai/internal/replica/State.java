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

    /** The state of a replica that is known to live. */
    default Closed alive() {
        return new Closed(epoch(), 0, Outcomes.NONE);
    }

    /** Well again, or still. */
    default State afterAnswer() {
        return alive();
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
     * @param last how the last attempts went
     */
    record Closed(long epoch, int failures, Outcomes last) implements State {

        @Override
        public Closed alive() {
            return this;
        }

        @Override
        public Closed afterAnswer() {
            return new Closed(epoch, 0, last.with(false));
        }

        @Override
        public State afterFailure(Failure failure, HealthRules rules, long nanos, double share) {
            Closed failed = new Closed(epoch, failures + 1, last.with(true));
            return failure.kind() == Failure.Kind.UNREACHABLE || failed.isTooMuch(rules)
                    ? new Open(epoch + 1, 1, nanos + rules.pauseNanos(1, share, failure), failure)
                    : failed;
        }

        private boolean isTooMuch(HealthRules rules) {
            return failures >= rules.breaker().failures() || last.isBad();
        }
    }

    /**
     * Well, but left alone until the clock shows {@code untilNanos}, as the replica asked.
     *
     * @param well what it is beside that, and goes on to be
     * @param last how it asked
     */
    record Paused(Closed well, long untilNanos, Failure last) implements State {

        @Override
        public long epoch() {
            return well.epoch();
        }

        @Override
        public Closed alive() {
            return well;
        }

        /** How long it is still left alone; zero or less when its pause is over. */
        long nanosLeft(long nanos) {
            return untilNanos - nanos;
        }

        @Override
        public Paused afterAnswer() {
            return new Paused(well.afterAnswer(), untilNanos, last);
        }

        @Override
        public State afterFailure(Failure failure, HealthRules rules, long nanos, double share) {
            return switch (well.afterFailure(failure, rules, nanos, share)) {
                case Closed still -> new Paused(still, untilNanos, last);
                case State dead -> dead;
            };
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
            long until = nanos + rules.pauseNanos(deaths + 1, share, failure);
            return new Open(epoch + 1, deaths + 1, until, failure);
        }
    }
}
