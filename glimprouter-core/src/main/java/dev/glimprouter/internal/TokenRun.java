package dev.glimprouter.internal;

import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.internal.tokens.TokenReader;
import dev.glimprouter.internal.tokens.TokenReader.Read;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.TokenRule;
import dev.glimprouter.time.Cancellation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step that two models write token by token.
 *
 * <p>Neither session's text changes: each model evaluates the step so far as a draft, of which it
 * has all but the newest tokens in its cache. One thread.
 */
final class TokenRun implements AutoCloseable {

    private final Desk desk;
    private final Journal journal;
    private final int step;
    private final int attempt;
    private final Cancellation halt;
    private final TokenHand small;
    private final TokenHand large;
    private final TokenReader reader;
    private final TokenText text = new TokenText();
    private final StringBuilder visible = new StringBuilder();
    private final List<Writer> writers = new ArrayList<>();
    private Ending ending = Ending.CANCELLED;

    /**
     * A step that has no token yet.
     *
     * @param limit most tokens, at least 1
     */
    TokenRun(
            Desk desk,
            Journal journal,
            RouterConfig config,
            int step,
            int attempt,
            int limit,
            Cancellation halt) {
        this.desk = desk;
        this.journal = journal;
        this.step = step;
        this.attempt = attempt;
        this.halt = halt;
        this.small = hand(Writer.SMALL, config);
        this.large = hand(Writer.LARGE, config);
        this.reader = new TokenReader(desk.tokens(Writer.SMALL).table(), Until.STEP, limit);
    }

    private TokenHand hand(Writer writer, RouterConfig config) {
        return new TokenHand(
                writer,
                desk.tokens(writer),
                config.sampling(),
                desk.seed(writer, step, attempt),
                journal);
    }

    /** Writes until the step ends, or the reasoning has to. */
    void write(TokenRule rule) {
        try {
            while (!reader.hasEnded()) {
                FullDistribution seen = small.look(text, writers, halt);
                Writer writer = rule.next(seen.entropy().nats());
                if (writer == Writer.LARGE) {
                    write(writer, large.write(large.look(text, writers, halt)));
                } else {
                    write(writer, small.write(seen));
                }
            }
        } catch (CancelledException halted) {
            if (!halt.isCancelled()) {
                throw halted;
            }
        }
    }

    private void write(Writer writer, int id) {
        Read read = reader.read(id);
        text.add(id, read);
        writers.add(writer);
        read.ending().ifPresent(how -> ending = how);
        if (!read.visible().isEmpty()) {
            visible.append(read.visible());
            journal.delta(attempt, writer, read.visible());
        }
    }

    /** Tokens written. */
    int tokens() {
        return writers.size();
    }

    /** What was written. */
    Step step(Optional<Decision> decision, long nanos) {
        Writer most = small.written() > large.written() ? Writer.SMALL : Writer.LARGE;
        return new Step(
                step,
                most,
                attempt,
                visible.toString(),
                tokens(),
                ending,
                decision,
                Math.min(small.written(), large.written()),
                nanos);
    }

    /**
     * Makes the step, or a beginning of it, part of both sessions' texts as the tokens it is of.
     */
    void keep(String kept) {
        small.keep(text, kept, writers);
        large.keep(text, kept, writers);
    }

    /** Whether a text that is kept is this step, or a beginning of it. */
    boolean isBegunBy(String kept) {
        return text.tokensOf(kept) > 0;
    }

    @Override
    public void close() {
        small.book();
        large.book();
        if (reader.droppedChars() > 0) {
            journal.dropped(writers.getLast(), reader.droppedChars());
        }
        desk.wrote(this);
    }
}
