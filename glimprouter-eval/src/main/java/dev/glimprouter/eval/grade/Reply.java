package dev.glimprouter.eval.grade;

import dev.glimprouter.Result;
import dev.glimprouter.trace.TraceSummary;

/**
 * All that was written to a question.
 *
 * @param reasoning the kept steps
 * @param answer what was written behind them
 */
public record Reply(String reasoning, String answer) {

    /** A question's. */
    public static Reply of(Result result) {
        return new Reply(result.reasoning().text(), result.answer());
    }

    /** A recorded question's. */
    public static Reply of(TraceSummary recorded) {
        return new Reply(recorded.reasoning().text(), recorded.answer());
    }
}
