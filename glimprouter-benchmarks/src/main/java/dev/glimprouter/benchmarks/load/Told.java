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

    private static final String BLANK_LINE = "\n\n";

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
        if (told(reasoning, tale.reasoning()) != tale.steps()) {
            return wrong("reasoning <%s> for <%s>".formatted(reasoning, tale.reasoning()));
        }
        return told(answer, tale.answer()) == 1
                ? Optional.empty()
                : wrong("answer <%s> for <%s>".formatted(answer, tale.answer()));
    }

    private Optional<String> beginning(Tale tale) {
        return told(reasoning, tale.reasoning()) >= 0 && told(answer, tale.answer()) >= 0
                ? Optional.empty()
                : wrong("not the beginning: <%s> <%s>".formatted(reasoning, answer));
    }

    /**
     * How many whole paragraphs were told in their order; -1 if it is something else. What broke
     * off with its model and was written anew stands there as its beginning first, which may be all
     * of it.
     */
    private static int told(String text, String wanted) {
        String[] paragraphs = wanted.split(BLANK_LINE, -1);
        int whole = 0;
        for (String one : text.split(BLANK_LINE, -1)) {
            if (whole > 0 && one.equals(paragraphs[whole - 1])) {
                continue;
            }
            if (whole == paragraphs.length || !paragraphs[whole].startsWith(one.strip())) {
                return -1;
            }
            whole += paragraphs[whole].equals(one) ? 1 : 0;
        }
        return whole;
    }

    private static Optional<String> wrong(String what) {
        return Optional.of(what);
    }
}
