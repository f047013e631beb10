package dev.glimprouter.internal;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Opinion;
import dev.glimprouter.time.Cancellation;

import java.util.List;
import java.util.Optional;

/** Puts questions about a step to a model, in side views of its session. */
final class Asking {

    /** How many of the likeliest tokens are looked at: what servers tell at most. */
    private static final int LOOKED_AT = 20;

    /** The likeliest token; nothing is drawn. */
    private static final Generation ONE_TOKEN =
            new Generation(
                    Sampling.GREEDY, 1, Until.END_OF_SEQUENCE, Distributions.FIRST, /* seed= */ 0);

    private final Desk desk;
    private final StepDesk step;
    private final Journal journal;
    private final Outage outage;

    Asking(Desk desk, StepDesk step, Journal journal, Outage outage) {
        this.desk = desk;
        this.step = step;
        this.journal = journal;
        this.outage = outage;
    }

    /** What {@code judge} says after {@code shown}, waited for where the rule says so. */
    Opinion ask(Writer judge, String shown, Aside aside) {
        while (true) {
            try {
                return once(judge, shown, aside);
            } catch (ContextFullException full) {
                return new Opinion.NoRoom();
            } catch (RetryableException unreachable) {
                if (outage.next(judge, unreachable) != judge) {
                    return new Opinion.Unreachable();
                }
            }
        }
    }

    private Opinion once(Writer judge, String shown, Aside aside) {
        step.checkHalt(true);
        long from = journal.nanos();
        try (Session side = desk.session(judge).branch();
                Cancellation.Registration _ = step.halt().onCancel(side::close)) {
            side.append(shown);
            side.ask(aside);
            return side.room().orElse(1) < 1 ? new Opinion.NoRoom() : listen(judge, side, from);
        } catch (RuntimeException failure) {
            step.checkHalt(true);
            throw failure;
        }
    }

    private Opinion listen(Writer judge, Session side, long from) {
        int tokens = 0;
        TokenStream stream = side.generate(ONE_TOKEN);
        try (stream;
                Cancellation.Registration _ = step.halt().onCancel(stream::close)) {
            Optional<Token> token = pull(judge, stream);
            step.checkHalt(token.isEmpty());
            tokens = token.isPresent() ? 1 : 0;
            return token.<Opinion>map(said -> said(said, stream)).orElseGet(Opinion.NoRoom::new);
        } finally {
            journal.asked(judge, stream.cost(), tokens, journal.nanos() - from);
        }
    }

    private Optional<Token> pull(Writer judge, TokenStream stream) {
        try {
            return stream.next();
        } finally {
            stream.incidents().forEach(incident -> journal.befell(judge, incident));
        }
    }

    private static Opinion said(Token token, TokenStream stream) {
        return new Opinion.Said(
                token.text(),
                token
                        .distribution()
                        .filter(seen -> !seen.isBlank())
                        .map(seen -> seen.likeliest(LOOKED_AT))
                        .orElse(List.of())
                        .stream()
                        .map(each -> each.spelt(stream.spelling(each.text())))
                        .toList());
    }
}
