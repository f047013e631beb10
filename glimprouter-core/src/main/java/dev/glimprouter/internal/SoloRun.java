package dev.glimprouter.internal;

import dev.glimprouter.Result;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.StopScanner;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.time.Cancellation;

import java.util.Optional;
import java.util.function.Function;

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
    private StopScanner scanner = new StopScanner(Until.REASONING);
    private final AnswerRun answer;
    private final Writer writer;
    private Reasoning reasoning = Reasoning.empty();
    private int answerTokens;
    private int attempts;
    private int tokensBefore;
    private int told;
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

    /**
     * Writes all of it.
     *
     * @param outages makes the rule by which a model that cannot be reached is waited for, until
     *     something is requested
     */
    Result run(Function<Cancellation, Outage> outages) {
        int budget = Math.clamp(desk.roomToReason(writer), 1, config.budget());
        Outage outage = outages.apply(whole);
        Optional<Ending> end = Optional.empty();
        try (Cancellation.Registration _ = halt.reasoning().onCancel(this::cancelReasoning);
                Cancellation.Registration _ = halt.user().onCancel(whole::cancel)) {
            boolean broken = true;
            while (broken && !answering) {
                try {
                    end = Optional.of(read(budget));
                    broken = false;
                } catch (RetryableException unreachable) {
                    outage.next(writer, unreachable);
                    halt.checkUser();
                    tellUnclosed();
                }
            }
        }
        if (answering && end.isPresent() && end.get() != Ending.CANCELLED) {
            return answer.finish(end.get(), reasoning, Stop.FINISHED);
        }
        desk.append(writer, reasoning.text().substring(told));
        Stop stop = answering ? Stop.FINISHED : stopFor(end.orElseThrow());
        return answer.readApart(desk, outages.apply(halt.user()), halt, reasoning, stop);
    }

    private Ending read(int budget) {
        try (LiveStream stream = openStream(budget)) {
            try {
                stream.read(piece -> take(tokensBefore + stream.tokens(), piece, budget));
            } finally {
                tokensBefore += stream.tokens();
            }
            halt.checkUser();
            Ending ending = endingOf(stream, budget);
            if (!answering) {
                keepUnclosed(ending);
            }
            return ending;
        }
    }

    /** Has the model go on from what it has written before it could not be reached any more. */
    private void tellUnclosed() {
        if (answering) {
            return;
        }
        scanner.cut();
        journal.dropped(writer, scanner.droppedChars());
        String text = scanner.text();
        desk.append(writer, text.substring(told));
        told = text.length();
        scanner = new StopScanner(Until.REASONING);
        scanner.feed(text);
    }

    private LiveStream openStream(int budget) {
        return desk.stream(
                writer,
                0,
                attempts++,
                budget - tokensBefore + config.answerLimit(),
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
        boolean cut = answering ? answerTokens >= config.answerLimit() : tokensBefore >= budget;
        return cut ? Ending.LENGTH : stream.ending();
    }

    private void keepUnclosed(Ending ending) {
        String last = "";
        if (ending == Ending.END_OF_SEQUENCE) {
            last = scanner.flush();
        } else {
            scanner.cut();
            journal.dropped(writer, scanner.droppedChars());
        }
        if (tokensBefore > 0) {
            keep(last, tokensBefore, ending);
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
