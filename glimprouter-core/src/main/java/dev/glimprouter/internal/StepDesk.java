package dev.glimprouter.internal;

import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Session;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.time.Cancellation;

/** What attempts at one step share: how long they may be, their numbers, and when they end. */
final class StepDesk {

    private final Desk desk;
    private final RouterConfig config;
    private final Past past;
    private final Cancellation halt;
    private int attempts;

    StepDesk(Desk desk, RouterConfig config, Past past, Cancellation halt) {
        this.desk = desk;
        this.config = config;
        this.past = past;
        this.halt = halt;
    }

    int index() {
        return past.reasoning().steps().size();
    }

    /** The number of the attempt that is being made, or comes next. */
    int attempt() {
        return attempts;
    }

    /** Its number, after which the next one has another. */
    int takeAttempt() {
        return attempts++;
    }

    Cancellation halt() {
        return halt;
    }

    /** Starts the attempt at hand, of at most {@code atMost} tokens. */
    LiveStream open(Writer writer, Distributions distributions, int atMost) {
        return open(writer, desk.session(writer), distributions, atMost);
    }

    /** The same in a side view of the writer's session. */
    LiveStream open(Writer writer, Session side, Distributions distributions, int atMost) {
        checkHalt(true);
        return desk.stream(
                side,
                new Desk.Place(writer, index(), attempts),
                Math.min(mostTokens(writer), atMost),
                Until.STEP,
                distributions,
                halt);
    }

    /** Has large begin the attempt at hand before anybody reads it. */
    LiveStream openAhead() {
        checkHalt(true);
        return desk.headStart(
                new Desk.Place(Writer.LARGE, index(), attempts), mostTokens(Writer.LARGE), halt);
    }

    /** How many tokens an attempt may have, at least 1. */
    int mostTokens(Writer writer) {
        int budgetLeft = config.budget() - past.reasoning().tokens();
        int most = Math.min(budgetLeft, desk.roomToReason(writer));
        return Math.max(1, Math.min(config.stepLimit(), most));
    }

    /** Ends the step where the question was stopped and there is nothing of it. */
    void checkHalt(boolean nothingWritten) {
        if (nothingWritten && halt.isCancelled()) {
            throw new Halted();
        }
    }
}
