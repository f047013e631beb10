package dev.glimprouter.internal;

import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Token;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.GlimpseBy;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.TokenRule;
import dev.glimprouter.strategy.Turn;
import dev.glimprouter.time.Cancellation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One step while it is being written. */
final class LiveTurn implements Turn, AutoCloseable {

    private final Desk desk;
    private final Journal journal;
    private final Question question;
    private final RouterConfig config;
    private final Past past;
    private final Cancellation halt;
    private final Outage outage;
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

    /** Takes the first token of a stream, which goes on unless it was asked for one token only. */
    private Optional<Probe> look(long from) {
        boolean apart = config.glimpseBy() == GlimpseBy.REQUEST;
        try {
            LiveStream stream =
                    open(Writer.SMALL, Distributions.FIRST, apart ? 1 : Integer.MAX_VALUE);
            glimpse = stream;
            Optional<Token> token = stream.first();
            checkHalt(token.isEmpty());
            Optional<Probe> seen = token.flatMap(first -> probeOf(first, from));
            if (apart) {
                closeGlimpse();
            }
            return seen;
        } catch (RetryableException unreachable) {
            closeGlimpse();
            outage.next(Writer.SMALL, unreachable);
            return Optional.empty();
        }
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

    @Override
    public Step writeByToken(Supplier<TokenRule> rules) {
        glimpse();
        closeGlimpse();
        int most = Math.min(mostTokens(Writer.SMALL), mostTokens(Writer.LARGE));
        try (TokenRun run = new TokenRun(desk, journal, config, index(), attempts++, most, halt)) {
            run.write(desk.rule(rules));
            checkHalt(run.tokens() == 0);
            return run.step(decision, journal.nanos() - start);
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
        return open(writer, Distributions.NONE, Integer.MAX_VALUE);
    }

    private LiveStream open(Writer writer, Distributions distributions, int atMost) {
        checkHalt(true);
        return desk.stream(
                writer,
                index(),
                attempts,
                Math.min(mostTokens(writer), atMost),
                Until.STEP,
                distributions,
                halt);
    }

    private int mostTokens(Writer writer) {
        int budgetLeft = config.budget() - past.reasoning().tokens();
        int most = Math.min(budgetLeft, desk.roomToReason(writer));
        return Math.max(1, Math.min(config.stepLimit(), most));
    }

    private void checkHalt(boolean nothingWritten) {
        if (nothingWritten && halt.isCancelled()) {
            throw new Halted();
        }
    }

    @Override
    public void close() {
        closeGlimpse();
    }

    private void closeGlimpse() {
        if (glimpse != null) {
            glimpse.close();
            glimpse = null;
        }
    }
}
