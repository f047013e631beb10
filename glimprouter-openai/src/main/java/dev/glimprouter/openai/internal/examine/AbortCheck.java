package dev.glimprouter.openai.internal.examine;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.openai.Finding.Topic;
import dev.glimprouter.openai.ServerFacts.Abort;
import dev.glimprouter.openai.internal.examine.Load.Reading;
import dev.glimprouter.openai.internal.profile.Advice;
import dev.glimprouter.openai.internal.session.Trial;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Hangs up on a long answer, and watches how long the server goes on. */
final class AbortCheck {

    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long LATE_NANOS = Duration.ofSeconds(2).toNanos();

    /** vLLM says that a request runs until the next one has told it otherwise. */
    private static final long STILL_NANOS = Duration.ofSeconds(1).toNanos();

    /** More tokens than a server writes between a hang-up and the moment at which it sees it. */
    private static final int MANY_TOKENS = 16;

    private final Advice advice;
    private final Time time;
    private final Findings findings;

    AbortCheck(Advice advice, Time time, Findings findings) {
        this.advice = advice;
        this.time = time;
        this.findings = findings;
    }

    /**
     * Hangs up once.
     *
     * @param load where the server tells what it is doing
     * @param left asks for a long answer and hangs up at its first token
     * @param next asks for a short one
     */
    Abort of(Load load, Supplier<Trial> left, Supplier<Trial> next) {
        Optional<Reading> before = idle(load);
        Trial trial = left.get();
        Abort abort =
                before.map(start -> watch(load, start(load, start) + trial.tokens()))
                        .orElseGet(() -> answered(next));
        judge(abort);
        return abort;
    }

    /** What is told once the server is idle; a gauge may lag behind the request before. */
    private Optional<Reading> idle(Load load) {
        Optional<Reading> reading = load.now().get();
        long since = time.nanos();
        while (reading.isPresent() && reading.get().busy() && time.nanos() - since < LATE_NANOS) {
            pause();
            reading = load.now().get();
        }
        return reading.filter(seen -> !seen.busy());
    }

    private void pause() {
        if (!time.pause(LOOK_NANOS, new Cancellation())) {
            throw new CancelledException("The examination was interrupted.");
        }
    }

    private static long start(Load load, Reading before) {
        return load.kind() == Load.Kind.COUNTERS ? before.generated() : 0;
    }

    private Abort answered(Supplier<Trial> next) {
        return new Abort(Abort.End.ANSWERED, next.get().firstNanos(), OptionalInt.empty());
    }

    /**
     * Looks until the server is idle, or has counted nothing for a while.
     *
     * @param arrived what its count was when the reader hung up
     */
    private Abort watch(Load load, long arrived) {
        long hungUp = time.nanos();
        long grown = hungUp;
        long seen = arrived;
        while (time.nanos() - hungUp < PATIENCE_NANOS) {
            long now = time.nanos();
            Optional<Reading> reading = load.now().get();
            long generated = reading.map(Reading::generated).orElse(seen);
            grown = generated > seen ? now : grown;
            seen = Math.max(seen, generated);
            if (!reading.map(Reading::busy).orElse(true)) {
                return new Abort(Abort.End.IDLE, now - hungUp, past(seen - arrived));
            }
            if (load.kind() == Load.Kind.COUNTERS && now - grown >= STILL_NANOS) {
                return new Abort(Abort.End.IDLE, grown - hungUp, past(seen - arrived));
            }
            pause();
        }
        return new Abort(Abort.End.BUSY, time.nanos() - hungUp, past(seen - arrived));
    }

    private static OptionalInt past(long tokens) {
        return OptionalInt.of(Math.clamp(tokens, 0, Integer.MAX_VALUE));
    }

    private void judge(Abort abort) {
        String after = Duration.ofNanos(abort.nanos()).toMillis() + " ms";
        int past = abort.tokensPast().orElse(0);
        boolean late =
                abort.end() == Abort.End.BUSY || abort.nanos() > LATE_NANOS || past > MANY_TOKENS;
        if (late) {
            String what =
                    switch (abort.end()) {
                        case BUSY -> "was still busy %s after a reader had hung up";
                        case IDLE -> "went on for %s after a reader had hung up";
                        case ANSWERED -> "took %s to answer after a reader had hung up";
                    };
            String wasted = past > 0 ? ", %d tokens for nobody".formatted(past) : "";
            findings.hint(
                    Topic.ABORT,
                    what.formatted(after) + wasted,
                    advice.abort()
                            .or(
                                    () ->
                                            Optional.of(
                                                    "have a proxy before it, if there is one, pass on that a client has gone")));
        }
        if (abort.tokensPast().isEmpty() && advice.load().isPresent()) {
            findings.hint(
                    Topic.ABORT,
                    "does not tell what it generates after a reader has hung up",
                    advice.load());
        }
    }
}
