package dev.glimprouter.internal;

import dev.glimprouter.engine.Token;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Turn;
import dev.glimprouter.time.Cancellation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One step while it is being written, as far as the clean and the official mode have it in common.
 */
abstract class CommonTurn implements Turn {

    final Desk desk;
    final Journal journal;
    final StepDesk step;
    final Outage outage;
    private final Question question;
    private final RouterConfig config;
    private final Past past;
    private final long start;
    private Optional<Probe> probe = Optional.empty();
    private boolean glimpsed;
    private Optional<Decision> decision = Optional.empty();

    CommonTurn(
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
        this.start = journal.nanos();
    }

    @Override
    public final int index() {
        return step.index();
    }

    @Override
    public final Question question() {
        return question;
    }

    @Override
    public final Reasoning reasoning() {
        return past.reasoning();
    }

    @Override
    public final List<Optional<Probe>> pastGlimpses() {
        return past.glimpses();
    }

    @Override
    public final RouterConfig config() {
        return config;
    }

    @Override
    public final Optional<Probe> glimpse() {
        if (!glimpsed) {
            glimpsed = true;
            long from = journal.nanos();
            probe = look(from);
            journal.glimpsed(probe, journal.nanos() - from);
        }
        return probe;
    }

    /** What was seen before the step; empty if nobody looked. */
    final Optional<Probe> seen() {
        return probe;
    }

    /**
     * Looks at small's next token.
     *
     * @param from when the look began
     */
    abstract Optional<Probe> look(long from);

    /** What a token's distribution tells; nothing if it is missing or blank. */
    final Optional<Probe> probeOf(
            Token token, Function<TokenDistribution, Entropy> entropy, long from) {
        return token.distribution()
                .filter(seen -> !seen.isBlank())
                .map(
                        seen ->
                                new Probe(
                                        entropy.apply(seen),
                                        token.id(),
                                        token.text(),
                                        journal.nanos() - from));
    }

    @Override
    public final void decided(Decision made) {
        decision = Optional.of(made);
        journal.decided(made);
    }

    /** What was decided; empty where nothing was. */
    final Optional<Decision> decision() {
        return decision;
    }

    /** Nanoseconds since the first work on the step. */
    final long nanos() {
        return journal.nanos() - start;
    }

    @Override
    public Step write(Writer writer) {
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

    /** Has a model try to write the step. */
    abstract Step attempt(Writer writer);

    /**
     * Reads a stream to its end as the attempt at hand.
     *
     * @param text takes what comes
     */
    final void read(LiveStream stream, Writer writer, StringBuilder text) {
        stream.read(
                piece -> {
                    add(writer, piece, text);
                    return true;
                });
        step.checkHalt(stream.tokens() == 0);
    }

    /** Adds a piece, which may be empty, to the attempt at hand. */
    final void add(Writer writer, String piece, StringBuilder text) {
        if (!piece.isEmpty()) {
            text.append(piece);
            journal.delta(step.attempt(), writer, piece);
            desk.wrote(writer, step.attempt(), piece);
        }
    }

    /** The attempt at hand as a step, after its stream has ended. */
    final Step stepOf(LiveStream stream, Writer writer, String text) {
        return new Step(
                index(),
                writer,
                step.takeAttempt(),
                text,
                stream.tokens(),
                stream.ending(),
                decision,
                nanos());
    }
}
