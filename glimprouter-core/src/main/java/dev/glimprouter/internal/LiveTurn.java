package dev.glimprouter.internal;

import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Token;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Turn;
import dev.glimprouter.time.Cancellation;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** One step while it is being written. */
final class LiveTurn implements Turn, AutoCloseable {

    private final Desk desk;
    private final Journal journal;
    private final Question question;
    private final RouterConfig config;
    private final Reasoning reasoning;
    private final Cancellation halt;
    private final long start;
    private @Nullable LiveStream glimpse;
    private Optional<Probe> probe = Optional.empty();
    private boolean glimpsed;
    private Optional<Decision> decision = Optional.empty();
    private int attempts;

    LiveTurn(
            Desk desk,
            Journal journal,
            Question question,
            RouterConfig config,
            Reasoning reasoning,
            Cancellation halt) {
        this.desk = desk;
        this.journal = journal;
        this.question = question;
        this.config = config;
        this.reasoning = reasoning;
        this.halt = halt;
        this.start = journal.nanos();
    }

    @Override
    public int index() {
        return reasoning.steps().size();
    }

    @Override
    public Question question() {
        return question;
    }

    @Override
    public Reasoning reasoning() {
        return reasoning;
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
            glimpse = open(Writer.SMALL, Distributions.FIRST);
            Optional<Token> token = glimpse.first();
            checkHalt(token.isEmpty());
            probe = token.flatMap(seen -> probeOf(seen, from));
            journal.glimpsed(probe, journal.nanos() - from);
        }
        return probe;
    }

    /** What a token's distribution tells; nothing if it is missing or blank. */
    private Optional<Probe> probeOf(Token token, long from) {
        return token.distribution()
                .filter(seen -> !seen.isBlank())
                .map(
                        seen ->
                                new Probe(
                                        seen.entropy(),
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
        try (LiveStream stream = takeStream(writer)) {
            StringBuilder text = new StringBuilder();
            stream.read(
                    piece -> {
                        if (!piece.isEmpty()) {
                            text.append(piece);
                            journal.delta(attempts, writer, piece);
                        }
                        return true;
                    });
            checkHalt(stream.tokens() == 0);
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

    private LiveStream takeStream(Writer writer) {
        LiveStream opened = glimpse;
        glimpse = null;
        if (opened != null && writer == Writer.SMALL) {
            return opened;
        }
        if (opened != null) {
            opened.close();
        }
        return open(writer, Distributions.NONE);
    }

    private LiveStream open(Writer writer, Distributions distributions) {
        checkHalt(true);
        int budgetLeft = config.budget() - reasoning.tokens();
        int most = Math.min(config.stepLimit(), Math.min(budgetLeft, desk.roomToReason(writer)));
        return desk.stream(
                writer, index(), attempts, Math.max(1, most), Until.STEP, distributions, halt);
    }

    private void checkHalt(boolean nothingWritten) {
        if (nothingWritten && halt.isCancelled()) {
            throw new Halted();
        }
    }

    @Override
    public void close() {
        if (glimpse != null) {
            glimpse.close();
        }
    }
}
