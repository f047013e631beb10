package dev.glimprouter.internal;

import dev.glimprouter.Result;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.StopScanner;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.time.Cancellation;

import java.util.Optional;

/**
 * One model in one uninterrupted generation: the whole reasoning is one step, and the answer
 * follows in the same stream. Only a reasoning that its budget or the deadline ends takes a second
 * stream for the answer.
 */
final class SoloRun {

    private final Desk desk;
    private final Journal journal;
    private final RouterConfig config;
    private final Halt halt;
    private final StopScanner scanner = new StopScanner(Until.REASONING);
    private final AnswerRun answer;
    private final Writer writer;
    private Reasoning reasoning = Reasoning.empty();
    private int answerTokens;
    private final Cancellation whole = new Cancellation();
    private volatile boolean answering;

    SoloRun(Writer writer, Desk desk, Journal journal, RouterConfig config, Halt halt) {
        this.writer = writer;
        this.answer = new AnswerRun(writer, journal);
        this.desk = desk;
        this.journal = journal;
        this.config = config;
        this.halt = halt;
    }

    Result run(Outage outage) {
        int budget = Math.clamp(desk.roomToReason(writer), 1, config.budget());
        Ending ending;
        try (Cancellation.Registration _ = halt.reasoning().onCancel(this::cancelReasoning);
                Cancellation.Registration _ = halt.user().onCancel(whole::cancel);
                LiveStream stream = openStream(budget)) {
            stream.read(piece -> take(stream.tokens(), piece, budget));
            halt.checkUser();
            ending = endingOf(stream, budget);
            if (!answering) {
                keepUnclosed(stream.tokens(), ending);
            }
        }
        if (answering && ending != Ending.CANCELLED) {
            return answer.finish(ending, reasoning, Stop.FINISHED);
        }
        desk.append(writer, reasoning.text());
        Stop stop = answering ? Stop.FINISHED : stopFor(ending);
        return answer.readApart(desk, outage, halt, reasoning, stop);
    }

    private LiveStream openStream(int budget) {
        return desk.stream(
                writer,
                0,
                0,
                budget + config.answerLimit(),
                Until.END_OF_SEQUENCE,
                Distributions.NONE,
                whole);
    }

    /** A deadline that rings just as the reasoning closes cuts the answer, which then goes on. */
    private void cancelReasoning() {
        if (!answering) {
            whole.cancel();
        }
    }

    private Ending endingOf(LiveStream stream, int budget) {
        boolean cut = answering ? answerTokens >= config.answerLimit() : stream.tokens() >= budget;
        return cut ? Ending.LENGTH : stream.ending();
    }

    private void keepUnclosed(int tokens, Ending ending) {
        String last = "";
        if (ending == Ending.END_OF_SEQUENCE) {
            last = scanner.flush();
        } else {
            scanner.cut();
            journal.dropped(writer, scanner.droppedChars());
        }
        if (tokens > 0) {
            keep(last, tokens, ending);
        }
    }

    /** Where something was cut within the budget, the context had no room for all of it. */
    private Stop stopFor(Ending ending) {
        boolean spent = reasoning.tokens() >= config.budget();
        return switch (ending) {
            case CANCELLED -> Stop.DEADLINE;
            case END_OF_SEQUENCE -> Stop.FINISHED;
            case BLANK_LINE, CLOSE_TAG, LENGTH -> spent ? Stop.BUDGET : Stop.CONTEXT;
        };
    }

    private boolean take(int tokens, String piece, int budget) {
        if (answering) {
            answerTokens++;
            answer.add(piece);
            return answerTokens < config.answerLimit();
        }
        String safe = scanner.feed(piece);
        if (scanner.ending().isEmpty()) {
            if (!safe.isEmpty()) {
                journal.delta(0, writer, safe);
            }
            return tokens < budget;
        }
        answering = true;
        keep(safe, tokens, Ending.CLOSE_TAG);
        answer.add(piece.substring(piece.length() - scanner.droppedChars()));
        return true;
    }

    private void keep(String last, int tokens, Ending ending) {
        if (!last.isEmpty()) {
            journal.delta(0, writer, last);
        }
        Step step =
                new Step(
                        0,
                        writer,
                        0,
                        scanner.text(),
                        tokens,
                        ending,
                        Optional.empty(),
                        journal.nanos());
        reasoning = reasoning.plus(step);
        journal.written(step);
    }
}
