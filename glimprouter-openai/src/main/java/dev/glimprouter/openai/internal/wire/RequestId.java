package dev.glimprouter.openai.internal.wire;

import java.util.regex.Pattern;

/**
 * Names a request so that gateways see the problem in it: {@code problem_t000012}.
 *
 * <p>SGLang's gateway strips the ending to keep a problem on one server, and SGLang aborts by the
 * id. Two requests that live at the same time must not share one: the turn counts a session's
 * requests, retries included, not its steps. Its number has a fixed width, since SGLang also aborts
 * every request whose id begins with the one that it is given.
 */
public final class RequestId {

    private static final Pattern PROBLEM = Pattern.compile("[A-Za-z0-9_-]+");
    private static final int DIGITS = 6;

    private RequestId() {}

    /**
     * The id.
     *
     * @param problem letters, digits, hyphens and underscores
     * @param turn which request of the problem, from 0
     */
    public static String of(String problem, int turn) {
        if (!PROBLEM.matcher(problem).matches() || turn < 0) {
            throw new IllegalArgumentException("not an id: %s, %d".formatted(problem, turn));
        }
        String number = Integer.toString(turn);
        return problem + "_t" + "0".repeat(Math.max(0, DIGITS - number.length())) + number;
    }
}
