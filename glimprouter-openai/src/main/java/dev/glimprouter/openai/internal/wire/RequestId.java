package dev.glimprouter.openai.internal.wire;

/**
 * Names a request so that gateways see the problem in it: {@code problem_t000012}.
 *
 * <p>SGLang's gateway strips the ending to keep a problem on one server, and SGLang aborts by the
 * id. Two requests that live at the same time must not share one: the turn counts a session's
 * requests, retries included, not its steps. Its number has a fixed width, since SGLang also aborts
 * every request whose id begins with the one that it is given.
 */
public final class RequestId {

    private RequestId() {}

    /**
     * The id.
     *
     * @param problem letters, digits, hyphens and underscores
     * @param turn which request of the problem, from 0
     */
    public static String of(String problem, int turn) {
        if (!problem.matches("[A-Za-z0-9_-]+") || turn < 0) {
            throw new IllegalArgumentException("not an id: %s, %d".formatted(problem, turn));
        }
        return "%s_t%06d".formatted(problem, turn);
    }
}
