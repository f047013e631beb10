package dev.glimprouter.internal;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Token;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Turn;
import dev.glimprouter.time.Cancellation;

import java.util.List;
import java.util.Optional;

/**
 * One step of the published protocol while it is being written: a request for one token, thrown
 * away, and a request for the step.
 */
final class OfficialTurn implements Turn {

    private final Desk desk;
    private final Journal journal;
    private final Question question;
    private final RouterConfig config;
    private final Past past;
    private final Cancellation halt;
    private final Outage outage;
    private final long start;
    private Optional<Probe> probe = Optional.empty();
    private boolean glimpsed;
    private Optional<Decision> decision = Optional.empty();
    private int attempts;

    OfficialTurn(
            Desk desk,
            Journal journal,
            Question question,
            RouterConfig config,
            Past past,
            Cancellation halt,
            Outage outage) {
        this.desk = desk;
        this.journal = journal;
        this.question = question;
        this.config = config;
        this.past = past;
        this.halt = halt;
        this.outage = outage;
        this.start = journal.nanos();
    }

    @Override
    public int index() {
        return past.reasoning().steps().size();
    }

    @Override
    public Question question() {
        return question;
    }

    @Override
    public Reasoning reasoning() {
        return past.reasoning();
    }

    @Override
    public List<Optional<Probe>> pastGlimpses() {
        return past.glimpses();
    }

    @Override
    public RouterConfig config() {
        return config;
    }

    @Override
    public Optional<Probe> glimpse() {
        if (!glimpsed) {
            glimpsed = true;
            long from = journal.nanos();
            probe = look(from);
            journal.glimpsed(probe, journal.nanos() - from);
        }
        return probe;
    }

    /** What was seen before the step; empty if nobody looked. */
    Optional<Probe> seen() {
        return probe;
    }

    private Optional<Probe> look(long from) {
        Generation one =
                new Generation(
                        Sampling.GREEDY,
                        1,
                        Until.END_OF_SEQUENCE,
                        Distributions.FIRST,
                        desk.seed(Writer.SMALL, index(), attempts));
        try (LiveStream stream = stream(Writer.SMALL, one)) {
            Optional<Token> token = stream.first();
            checkHalt(token.isEmpty());
            return token.flatMap(first -> probeOf(first, from));
        } catch (RetryableException unreachable) {
            outage.next(Writer.SMALL, unreachable);
            return Optional.empty();
        }
    }

    private Optional<Probe> probeOf(Token token, long from) {
        return token.distribution()
                .filter(seen -> !seen.isBlank())
                .map(
                        seen ->
                                new Probe(
                                        seen.publishedEntropy(),
                                        token.id(),
                                        token.text(),
                                        journal.nanos() - from));
    }

    @Override
    public void decided(Decision made) {
        decision = Optional.of(made);
        journal.decided(made);
    }

    @Override
    public Step write(Writer writer) {
        Writer next = writer;
        while (true) {
            try {
                return attempt(next);
            } catch (RetryableException unreachable) {
                attempts++;
                next = outage.next(next, unreachable);
            }
        }
    }

    private Step attempt(Writer writer) {
        int most = Math.min(config.stepLimit(), desk.roomToReason(writer));
        Generation request =
                new Generation(
                        config.sampling(),
                        Math.max(1, most),
                        Until.BLANK_LINE,
                        Distributions.NONE,
                        desk.seed(writer, index(), attempts));
        try (LiveStream stream = stream(writer, request)) {
            StringBuilder text = new StringBuilder();
            stream.read(piece -> add(writer, piece, text));
            checkHalt(stream.tokens() == 0);
            if (stream.ending() != Ending.BLANK_LINE) {
                add(writer, PublishedText.BLANK_LINE, text);
            }
            return new Step(
                    index(),
                    writer,
                    attempts++,
                    text.toString(),
                    stream.tokens(),
                    stream.ending(),
                    decision,
                    journal.nanos() - start);
        }
    }

    private boolean add(Writer writer, String piece, StringBuilder to) {
        if (!piece.isEmpty()) {
            to.append(piece);
            journal.delta(attempts, writer, piece);
        }
        return true;
    }

    private LiveStream stream(Writer writer, Generation request) {
        checkHalt(true);
        return desk.stream(writer, request, halt);
    }

    private void checkHalt(boolean nothingWritten) {
        if (nothingWritten && halt.isCancelled()) {
            throw new Halted();
        }
    }
}
