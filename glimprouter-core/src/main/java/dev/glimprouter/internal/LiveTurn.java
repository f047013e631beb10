package dev.glimprouter.internal;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Token;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.event.Overlapping;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Draft;
import dev.glimprouter.strategy.GlimpseBy;
import dev.glimprouter.strategy.Opinion;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.TokenRule;
import dev.glimprouter.time.Cancellation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One step while it is being written. */
final class LiveTurn extends CommonTurn implements AutoCloseable {

    private final DraftRun drafting;
    private final Asking asking;
    private @Nullable LiveStream glimpse;
    private @Nullable LiveStream rival;

    LiveTurn(
            Desk desk,
            Journal journal,
            Question question,
            RouterConfig config,
            Past past,
            Cancellation halt,
            Outage outage) {
        super(desk, journal, question, config, past, halt, outage);
        this.drafting = new DraftRun(desk, step, journal, outage);
        this.asking = new Asking(desk, step, journal, outage);
    }

    /** Takes the first token of a stream, which goes on unless it was asked for one token only. */
    @Override
    Optional<Probe> look(long from) {
        boolean apart = config().glimpseBy() == GlimpseBy.REQUEST;
        race();
        try {
            LiveStream stream =
                    step.open(Writer.SMALL, Distributions.FIRST, apart ? 1 : Integer.MAX_VALUE);
            glimpse = stream;
            Optional<Token> token = stream.first();
            step.checkHalt(token.isEmpty());
            Optional<Probe> seen =
                    token.flatMap(first -> probeOf(first, TokenDistribution::entropy, from));
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

    /** Has large begin the step, in case that it is to write it; what fails now is tried again. */
    private void race() {
        if (config().race()) {
            try {
                rival = step.openAhead();
            } catch (GlimpRouterException later) {
                rival = null;
            }
        }
    }

    @Override
    public Step write(Writer writer) {
        drafting.reject();
        return super.write(writer);
    }

    @Override
    public Optional<Draft> draft(Writer writer, boolean watched) {
        closeGlimpse();
        return drafting.one(writer, watched);
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
                decision(),
                nanos());
    }

    @Override
    Step attempt(Writer writer) {
        try (LiveStream stream = takeStream(writer)) {
            StringBuilder text = new StringBuilder();
            read(stream, writer, text);
            return stepOf(stream, writer, text.toString());
        }
    }

    @Override
    public Step writeByToken(Supplier<TokenRule> rules) {
        glimpse();
        closeGlimpse();
        int most = Math.min(step.mostTokens(Writer.SMALL), step.mostTokens(Writer.LARGE));
        try (TokenRun run =
                new TokenRun(
                        desk, journal, config(), index(), step.takeAttempt(), most, step.halt())) {
            run.write(desk.rule(rules));
            step.checkHalt(run.tokens() == 0);
            return run.step(decision(), nanos());
        }
    }

    private LiveStream takeStream(Writer writer) {
        LiveStream opened = writer == Writer.SMALL ? takeGlimpse() : takeRival();
        return opened == null ? step.open(writer, Distributions.NONE, Integer.MAX_VALUE) : opened;
    }

    private @Nullable LiveStream takeGlimpse() {
        loseRace();
        LiveStream opened = glimpse;
        glimpse = null;
        return opened;
    }

    private @Nullable LiveStream takeRival() {
        closeGlimpse();
        LiveStream begun = rival;
        rival = null;
        if (begun != null) {
            journal.overlapped(Writer.LARGE, Overlapping.WON);
        }
        return begun;
    }

    @Override
    public void close() {
        loseRace();
        closeGlimpse();
        drafting.reject();
    }

    private void loseRace() {
        LiveStream begun = rival;
        rival = null;
        if (begun != null) {
            begun.close();
            journal.overlapped(Writer.LARGE, Overlapping.lost(begun.discarded()));
        }
    }

    private void closeGlimpse() {
        if (glimpse != null) {
            glimpse.close();
            glimpse = null;
        }
    }
}
