package dev.glimprouter.internal;

import dev.glimprouter.Result;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The answer of one question while it is written. */
final class AnswerRun {

    private final Writer writer;
    private final Journal journal;
    private final StringBuilder text = new StringBuilder();
    private final Map<Writer, Integer> told = new EnumMap<>(Writer.class);
    private int tokens;

    AnswerRun(Writer writer, Journal journal) {
        this.writer = writer;
        this.journal = journal;
    }

    /** Adds a piece; always wants more. */
    boolean add(String piece) {
        return add(writer, piece);
    }

    private boolean add(Writer by, String piece) {
        tokens++;
        if (!piece.isEmpty()) {
            text.append(piece);
            journal.answerDelta(by, piece);
        }
        return true;
    }

    /** Reads the answer, or the rest of it, from a stream of its own after the closed reasoning. */
    Result readApart(Desk desk, Outage outage, Halt halt, Reasoning reasoning, Stop stop) {
        Writer next = writer;
        Optional<Ending> ending = Optional.empty();
        for (int attempt = 0; ending.isEmpty(); attempt++) {
            try {
                ending = Optional.of(read(desk, halt, next, reasoning.steps().size(), attempt));
            } catch (RetryableException unreachable) {
                next = outage.next(next, unreachable);
            }
        }
        return finish(ending.get(), reasoning, stop);
    }

    private Ending read(Desk desk, Halt halt, Writer by, int step, int attempt) {
        tell(desk, by);
        try (LiveStream stream = desk.answer(by, step, attempt, tokens, halt.user())) {
            stream.read(piece -> add(by, piece));
            halt.checkUser();
            return stream.ending();
        }
    }

    /** Brings a session to the end of what has been written. */
    private void tell(Desk desk, Writer to) {
        String all = RouteLoop.CLOSE + text;
        desk.append(to, all.substring(told.getOrDefault(to, 0)));
        told.put(to, all.length());
    }

    /** The result, told to the listener. */
    Result finish(Ending ending, Reasoning reasoning, Stop stop) {
        String answer = text.toString().strip();
        journal.finished(stop, answer, ending);
        return new Result(answer, ending, reasoning, stop, journal.usage(), journal.nanos());
    }
}
