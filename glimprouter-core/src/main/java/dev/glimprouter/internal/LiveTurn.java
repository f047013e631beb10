package dev.glimprouter.internal;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Token;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Draft;
import dev.glimprouter.strategy.GlimpseBy;
import dev.glimprouter.strategy.Opinion;
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
    private final StepDesk step;
    private final DraftRun drafting;
    private final Asking asking;
    private final Outage outage;
    private final long start;
    private @Nullable LiveStream glimpse;
    private Optional<Probe> probe = Optional.empty();
    private boolean glimpsed;
    private Optional<Decision> decision = Optional.empty();

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
        this.outage = outage;
        this.step = new StepDesk(desk, config, past, halt);
        this.drafting = new DraftRun(desk, step, journal, outage);
        this.asking = new Asking(desk, step, journal, outage);
        this.start = journal.nanos();
    }

    @Override
    public int index() {
        return step.index();
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
                    step.open(Writer.SMALL, Distributions.FIRST, apart ? 1 : Integer.MAX_VALUE);
            glimpse = stream;
            Optional<Token> token = stream.first();
            step.checkHalt(token.isEmpty());
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
        drafting.reject();
        Writer next = writer;
        while (true) {
            try {
                return attempt(next);
            } catch (RetryableException unreachable) {
                step.takeAttempt();
                next = outage.next(next, unreachable);
            }
        }
    }

    @Override
    public Optional<Draft> draft(boolean watched) {
        closeGlimpse();
        return drafting.one(watched);
    }

    @Override
    public List<Draft> drafts(int count) {
        closeGlimpse();
        return drafting.several(count);
    }

    @Override
    public Opinion ask(Writer judge, String shown, Aside aside) {
        return asking.ask(judge, shown, aside);
    }

    @Override
    public void judged(Draft draft, Verdict verdict) {
        journal.judged(draft, verdict);
    }

    @Override
    public Step keep(Draft draft) {
        drafting.keep(draft);
        return new Step(
                index(),
                draft.writer(),
                draft.attempt(),
                draft.text(),
                draft.tokens(),
                draft.ending(),
                decision,
                journal.nanos() - start);
    }

    private Step attempt(Writer writer) {
        try (LiveStream stream = takeStream(writer)) {
            StringBuilder text = new StringBuilder();
            stream.read(
                    piece -> {
                        if (!piece.isEmpty()) {
                            text.append(piece);
                            journal.delta(step.attempt(), writer, piece);
                        }
                        return true;
                    });
            step.checkHalt(stream.tokens() == 0);
            return new Step(
                    index(),
                    writer,
                    step.takeAttempt(),
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
        int most = Math.min(step.mostTokens(Writer.SMALL), step.mostTokens(Writer.LARGE));
        try (TokenRun run =
                new TokenRun(
                        desk, journal, config, index(), step.takeAttempt(), most, step.halt())) {
            run.write(desk.rule(rules));
            step.checkHalt(run.tokens() == 0);
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
        return step.open(writer, Distributions.NONE, Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        closeGlimpse();
        drafting.reject();
    }

    private void closeGlimpse() {
        if (glimpse != null) {
            glimpse.close();
            glimpse = null;
        }
    }
}
