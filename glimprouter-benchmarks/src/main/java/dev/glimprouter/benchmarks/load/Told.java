package dev.glimprouter.benchmarks.load;

import java.util.Optional;

/**
 * What a client was told.
 *
 * @param reasoning all of it
 * @param answer all of it
 * @param end how it ended, such as {@code stop} or {@code completed}; blank where no end was told
 * @param error the code of the failure that was told
 * @param tokens {@code usage.total_tokens}; 0 where it was not told
 */
record Told(String reasoning, String answer, String end, Optional<String> error, long tokens) {

    /** What is wrong with it as a reply to this, if anything is. */
    Optional<String> objection(Ask ask) {
        if (error.isPresent()) {
            return end.isBlank() ? Optional.empty() : wrong("a failure and an end: " + end);
        }
        return switch (end) {
            case "stop", "completed" ->
                    ask.mostTokens() > 0 ? beginning(ask.tale()) : whole(ask.tale());
            case "length", "incomplete" ->
                    ask.mostTokens() > 0 ? beginning(ask.tale()) : wrong("cut without a limit");
            default -> wrong("no end was told: " + end);
        };
    }

    private Optional<String> whole(Tale tale) {
        if (!reasoning.equals(tale.reasoning())) {
            return wrong("reasoning <%s> for <%s>".formatted(reasoning, tale.reasoning()));
        }
        return answer.equals(tale.answer())
                ? Optional.empty()
                : wrong("answer <%s> for <%s>".formatted(answer, tale.answer()));
    }

    private Optional<String> beginning(Tale tale) {
        return tale.reasoning().startsWith(reasoning) && tale.answer().startsWith(answer)
                ? Optional.empty()
                : wrong("not the beginning: <%s> <%s>".formatted(reasoning, answer));
    }

    private static Optional<String> wrong(String what) {
        return Optional.of(what);
    }
}
