package dev.glimprouter.internal;

import dev.glimprouter.Result;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;

/** The answer of one question while it is written. */
final class AnswerRun {

    private final Writer writer;
    private final Journal journal;
    private final StringBuilder text = new StringBuilder();

    AnswerRun(Writer writer, Journal journal) {
        this.writer = writer;
        this.journal = journal;
    }

    /** Adds a piece; always wants more. */
    boolean add(String piece) {
        if (!piece.isEmpty()) {
            text.append(piece);
            journal.answerDelta(writer, piece);
        }
        return true;
    }

    /** The answer so far. */
    String text() {
        return text.toString();
    }

    /** Reads the answer from a stream of its own, after {@code reasoning}. */
    Result readApart(Desk desk, Halt halt, Reasoning reasoning, Stop stop) {
        Ending ending;
        try (LiveStream stream = desk.answer(reasoning.steps().size(), halt.user())) {
            stream.read(this::add);
            halt.checkUser();
            ending = stream.ending();
        }
        return finish(ending, reasoning, stop);
    }

    /** The result, told to the listener. */
    Result finish(Ending ending, Reasoning reasoning, Stop stop) {
        String answer = text.toString().strip();
        journal.finished(stop, answer, ending);
        return new Result(answer, ending, reasoning, stop, journal.usage(), journal.nanos());
    }
}
