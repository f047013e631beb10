package dev.glimprouter.benchmarks.load;

import java.util.Optional;
import java.util.Set;

/** Whether a reply is one that a client may get. */
final class Verdict {

    private static final int OK = 200;
    private static final Set<String> PASSING =
            Set.of("too_many_requests", "rate_limit_exceeded", "model_busy", "model_unavailable");
    private static final Set<String> LASTING = Set.of("model_unusable");

    /** What a response that failed may say, which knows fewer words. */
    private static final Set<String> OF_RESPONSES = Set.of("server_error", "rate_limit_exceeded");

    private Verdict() {}

    /** What is wrong with a reply, if anything is. */
    static Optional<String> objection(Ask ask, Habit habit, Caller.Reply reply) {
        Told told = reply.told();
        if (told.error().isEmpty()) {
            return reply.head().status() == OK && isSound(habit)
                    ? told.objection(ask)
                    : Optional.of("status " + reply.head().status() + " without a failure");
        }
        String code = told.error().get();
        return switch (habit) {
            case STRANGER -> unless(reply.head().status() == 401, code);
            case CLUMSY -> unless(reply.head().status() == 400, code);
            default -> failure(ask, reply, code);
        };
    }

    private static boolean isSound(Habit habit) {
        return habit != Habit.STRANGER && habit != Habit.CLUMSY;
    }

    private static Optional<String> failure(Ask ask, Caller.Reply reply, String code) {
        boolean begun = reply.head().status() == OK;
        boolean passing = PASSING.contains(code);
        if (begun && !ask.stream()) {
            return wrong(code);
        }
        if (begun) {
            return ask.api() == Ask.Api.RESPONSES
                    ? unless(OF_RESPONSES.contains(code), code)
                    : unless(passing || LASTING.contains(code), code);
        }
        boolean dated = reply.head().header("retry-after").isPresent();
        int status = reply.head().status();
        return unless(
                (status == 429 || status == 503) && (passing ? dated : LASTING.contains(code)),
                status + " " + code);
    }

    private static Optional<String> unless(boolean right, String code) {
        return right ? Optional.empty() : wrong(code);
    }

    private static Optional<String> wrong(String code) {
        return Optional.of("a failure that none should be told: " + code);
    }
}
