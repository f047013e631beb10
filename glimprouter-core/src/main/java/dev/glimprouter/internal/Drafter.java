package dev.glimprouter.internal;

import dev.glimprouter.engine.FilteredDistribution;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Hint;
import dev.glimprouter.engine.LogitSampler;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.StopScanner;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.time.Cancellation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The small model's session, which also drafts for large.
 *
 * <p>While large writes, its session runs ahead with large's tokens. When the text that large has
 * written is appended, they are kept and nothing is evaluated again; whatever else is done with the
 * session takes them back first. One thread at a time.
 */
final class Drafter implements Session {

    private final TokenSession session;
    private final DraftLength length = new DraftLength();
    private Optional<TokenText> ahead = Optional.empty();
    private int base;
    private int heard;
    private boolean apart;
    private boolean lost;
    private StreamCost cost = StreamCost.NONE;

    Drafter(TokenSession session) {
        this.session = session;
    }

    /** How much text it was told, in characters. */
    int heard() {
        return heard;
    }

    /**
     * Begins to follow what large writes.
     *
     * @param lead text that only large was told, after which it writes
     */
    void follow(String lead, TokenText text) {
        takeBack();
        base = session.tokens().length;
        session.append(lead);
        apart = !lead.isEmpty();
        ahead = Optional.of(text);
        lost = false;
        cost = StreamCost.NONE;
    }

    /**
     * Proposes how large's text goes on.
     *
     * @param request what large generates
     * @param atMost most tokens that are of use
     */
    TokenDraft draft(
            Generation request, int atMost, long seed, int vocabulary, Cancellation until) {
        int room = session.room().orElse(Integer.MAX_VALUE);
        int count = lost ? 0 : Math.min(Math.min(length.tokens(), atMost), room);
        if (count < 1) {
            return TokenDraft.NONE;
        }
        boolean greedy = request.sampling().temperature() == 0;
        Generation wanted =
                new Generation(
                        request.sampling(),
                        count,
                        request.until(),
                        greedy ? Distributions.NONE : Distributions.ALL,
                        seed);
        LogitSampler sampler = new LogitSampler(request.sampling(), seed);
        List<TokenDraft.Proposal> tokens = new ArrayList<>();
        try (TokenStream stream = session.generate(wanted);
                Cancellation.Registration _ = until.onCancel(stream::close)) {
            StopScanner scanner = new StopScanner(request.until());
            scanner.feed(ahead.map(TokenText::text).orElse(""));
            Optional<Token> token = stream.next();
            while (token.isPresent() && token.get().id() < vocabulary) {
                tokens.add(proposal(token.get(), sampler));
                scanner.feed(token.get().text());
                token = scanner.ending().isPresent() ? Optional.empty() : stream.next();
            }
            cost = cost.plus(stream.cost());
        }
        return new TokenDraft(tokens);
    }

    private static TokenDraft.Proposal proposal(Token token, LogitSampler sampler) {
        FilteredDistribution from =
                token.distribution()
                        .map(seen -> sampler.filter(((FullDistribution) seen).logits()))
                        .orElseGet(() -> FilteredDistribution.of(token.id()));
        return new TokenDraft.Proposal(token.id(), from);
    }

    /**
     * Learns what became of a draft.
     *
     * @param proposed tokens of the draft
     * @param accepted how many of them are large's text now
     * @param kept those of them that stand in the text
     * @param others large's own tokens after them that stand in the text
     */
    void settle(int proposed, int accepted, int[] kept, int[] others) {
        if (proposed > 0) {
            length.learn(proposed, accepted);
        }
        int size = session.table().size();
        for (int id : others) {
            lost |= id >= size;
        }
        if (!lost) {
            session.adopt(kept);
            session.append(others);
        }
    }

    /** What drafting has cost since large's text began: prompt and own tokens. */
    StreamCost cost() {
        return cost;
    }

    /** The session itself, at the end of the text proper. */
    TokenSession session() {
        takeBack();
        return session;
    }

    private void takeBack() {
        if (ahead.isPresent()) {
            ahead = Optional.empty();
            session.truncate(base);
        }
    }

    @Override
    public void append(String more) {
        heard += more.length();
        if (ahead.isPresent() && !lost && !apart) {
            TokenText text = ahead.get();
            ahead = Optional.empty();
            session.truncate(base + text.tokensOf(more));
            session.append(text.restOf(more));
        } else {
            session().append(more);
        }
    }

    @Override
    public TokenStream generate(Generation request) {
        return session().generate(request);
    }

    @Override
    public Hint prefill(String beyond) {
        return session().prefill(beyond);
    }

    @Override
    public Session branch() {
        return session().branch();
    }

    @Override
    public OptionalInt room() {
        return session().room();
    }

    @Override
    public void close() {
        session.close();
    }
}
