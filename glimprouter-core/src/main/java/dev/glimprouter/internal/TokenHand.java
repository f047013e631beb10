package dev.glimprouter.internal;

import dev.glimprouter.engine.LogitSampler;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.Verification;
import dev.glimprouter.event.Usage;
import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.time.Cancellation;

import java.util.List;

/** One of two models that write a step token by token, and what it does for that. One thread. */
final class TokenHand {

    private final Writer writer;
    private final TokenSession session;
    private final LogitSampler sampler;
    private final Journal journal;
    private StreamCost prompt = StreamCost.NONE;
    private long decodeNanos;
    private int written;
    private int evaluated;

    TokenHand(Writer writer, TokenSession session, Sampling sampling, long seed, Journal journal) {
        this.writer = writer;
        this.session = session;
        this.sampler = new LogitSampler(sampling, seed);
        this.journal = journal;
    }

    /** What the model thinks of the next token after those of the step so far. */
    FullDistribution look(TokenText text, List<Writer> writers, Cancellation until) {
        long start = journal.nanos();
        Verification seen = session.verify(text.with(), text.size(), until);
        count(seen.cost(), writers, journal.nanos() - start);
        evaluated = text.size();
        return seen.distributions().getFirst();
    }

    /** Tokens of the other one are prompt, and take their share of the time. */
    private void count(StreamCost cost, List<Writer> writers, long nanos) {
        int fresh = cost.decodedTokens();
        List<Writer> latest = writers.subList(writers.size() - fresh, writers.size());
        int foreign = (int) latest.stream().filter(by -> by != writer).count();
        int all = cost.promptTokens() + cost.ownTokens() + fresh;
        long prefill = all == 0 ? 0 : nanos * (cost.promptTokens() + foreign) / all;
        prompt =
                prompt.plus(
                        new StreamCost(
                                cost.promptTokens() + foreign,
                                cost.cachedTokens(),
                                cost.seamTokens(),
                                prefill,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0));
        decodeNanos += nanos - prefill;
    }

    /** Draws the next token. */
    int write(FullDistribution from) {
        written++;
        return sampler.sample(from.logits());
    }

    /** Tokens it has written. */
    int written() {
        return written;
    }

    /** Adds the step, or a beginning of it, to its session's text. */
    void keep(TokenText text, String kept, List<Writer> writers) {
        int whole = text.tokensOf(kept);
        int known = Math.min(evaluated, whole);
        session.adopt(text.ids(0, known));
        for (int i = known; i < whole; i++) {
            if (writers.get(i) == writer) {
                session.adopt(text.ids(i, i + 1));
            } else {
                session.append(text.ids(i, i + 1));
            }
        }
        session.append(text.restOf(kept));
    }

    /** Books what it has done. */
    void book() {
        if (prompt.promptTokens() > 0) {
            journal.prefilled(writer, prompt);
        }
        journal.book(
                writer,
                Usage.ofPrompt(prompt)
                        .plus(new Usage(0, 0, 0, written, 0, 0, 0, 0, 0, 0, decodeNanos, 0)));
    }
}
