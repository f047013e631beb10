package dev.glimprouter.internal;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.engine.Verification;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.internal.tokens.TokenReader;
import dev.glimprouter.internal.tokens.TokenReader.Read;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A stream of the large model whose tokens the small one drafts: the first comes alone, then each
 * round drafts some, has large evaluate them in one batch, and takes those that it accepts and one
 * more of large's own.
 *
 * <p>Large's session keeps its text: what was written in the rounds before is verified again as the
 * beginning of the draft, and stands in the cache.
 */
final class SpeculativeStream implements TokenStream {

    private final TokenSession large;
    private final Drafter drafter;
    private final Generation request;
    private final Time time;
    private final int limit;
    private final TokenText text = new TokenText();
    private final TokenReader reader;
    private final DraftCheck check;
    private final SplittableRandom draftSeeds;
    private final Cancellation closing = new Cancellation();
    private final Deque<Token> queue = new ArrayDeque<>();
    private StreamCost prompt = StreamCost.NONE;
    private Speculation speculation = Speculation.NONE;
    private int delivered;
    private int droppedChars;
    private @Nullable Ending ending;

    /**
     * A generation after the session's text.
     *
     * @param drafter follows what is written in {@link #text}
     * @param limit most tokens, at least 1
     */
    SpeculativeStream(
            TokenSession large, Drafter drafter, Generation request, int limit, Time time) {
        this.large = large;
        this.drafter = drafter;
        this.request = request;
        this.limit = limit;
        this.time = time;
        this.reader = new TokenReader(large.table(), request.until(), limit);
        this.check = new DraftCheck(request.sampling(), request.seed());
        this.draftSeeds = new SplittableRandom(~request.seed()).split();
    }

    @Override
    public Optional<Token> next() {
        try {
            if (isDry()) {
                round();
            }
        } catch (CancelledException cancelled) {
            close();
        }
        return take();
    }

    private synchronized boolean isDry() {
        return queue.isEmpty() && ending == null;
    }

    private synchronized Optional<Token> take() {
        Optional<Token> token = Optional.ofNullable(queue.poll());
        delivered += token.isPresent() ? 1 : 0;
        return token;
    }

    private void round() {
        int from = text.size();
        Draft draft = draft(limit - reader.count() - 1);
        Verification seen = large.verify(text.with(draft.ids()), from, closing);
        int accepted = 0;
        boolean agreed = true;
        for (int at = 0; agreed && !reader.hasEnded(); at++) {
            FullDistribution follows = seen.distributions().get(at);
            if (at < draft.size()) {
                Draft.Proposal proposed = draft.tokens().get(at);
                int id = check.draw(follows.logits(), proposed.id(), proposed.from());
                agreed = id == proposed.id();
                accepted += agreed ? 1 : 0;
                write(id, follows);
            } else {
                agreed = false;
                write(check.draw(follows.logits()), follows);
            }
        }
        int kept = Math.min(text.size(), from + accepted);
        drafter.settle(draft.size(), accepted, text.ids(from, kept), text.ids(kept, text.size()));
        count(seen.cost(), accepted);
    }

    private Draft draft(int atMost) {
        if (reader.count() == 0) {
            return Draft.NONE;
        }
        long start = time.nanos();
        Draft draft =
                drafter.draft(
                        request, atMost, draftSeeds.nextLong(), large.table().size(), closing);
        synchronized (this) {
            long rounds = draft.size() > 0 ? 1 : 0;
            speculation =
                    speculation.plus(
                            new Speculation(rounds, draft.size(), 0, time.nanos() - start));
        }
        return draft;
    }

    private void write(int id, FullDistribution follows) {
        boolean wanted =
                switch (request.distributions()) {
                    case NONE -> false;
                    case FIRST -> reader.count() == 0;
                    case ALL -> true;
                };
        Read read = reader.read(id);
        text.add(id, read);
        publish(
                new Token(id, read.visible(), wanted ? Optional.of(follows) : Optional.empty()),
                read.ending());
    }

    private synchronized void publish(Token token, Optional<Ending> how) {
        if (ending == null) {
            queue.add(token);
            droppedChars = reader.droppedChars();
            ending = how.orElse(null);
        }
    }

    private synchronized void count(StreamCost cost, int accepted) {
        prompt =
                prompt.plus(cost.promptSince(StreamCost.NONE))
                        .plus(StreamCost.ofOwn(cost.ownTokens(), cost.ownNanos()));
        speculation = speculation.plus(new Speculation(0, 0, accepted, 0));
    }

    /** What has been written, for the session that adopts it. */
    TokenText text() {
        return text;
    }

    /** What drafting has cost the small model; its discarded tokens are the rejected ones. */
    synchronized StreamCost draftCost() {
        int rejected = (int) (speculation.draftedTokens() - speculation.acceptedTokens());
        return drafter.cost().promptSince(StreamCost.NONE).plus(StreamCost.ofDiscarded(rejected));
    }

    @Override
    public synchronized Ending ending() {
        if (ending == null || !queue.isEmpty()) {
            throw new IllegalStateException("the stream has not ended yet");
        }
        return ending;
    }

    @Override
    public synchronized StreamCost cost() {
        int decoded = Math.max(0, text.size() - 1);
        return prompt.plus(
                new StreamCost(
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        decoded,
                        Math.max(0, decoded - delivered),
                        droppedChars,
                        0));
    }

    @Override
    public synchronized Speculation speculation() {
        return speculation;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (ending == null || !queue.isEmpty()) {
                ending = Ending.CANCELLED;
                queue.clear();
                droppedChars = 0;
            }
        }
        closing.cancel();
    }
}
