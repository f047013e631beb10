package dev.glimprouter.testkit.logits;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Hint;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.engine.TokenTable;
import dev.glimprouter.engine.Verification;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.time.Cancellation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** A session with the costs of an engine that evaluates every token once. One thread. */
final class LogitSession implements TokenSession {

    private final LogitEngine engine;
    private final int head;
    private int[] text;
    private int[] cache = {};
    private final BitSet own = new BitSet();
    private @Nullable LogitStream last;

    LogitSession(LogitEngine engine, int[] head) {
        this.engine = engine;
        this.head = head.length;
        this.text = head;
    }

    @Override
    public void append(String more) {
        int[] mine = endLast();
        int[] ids = engine.words().ids(more);
        if (Arrays.mismatch(mine, ids) == ids.length || Arrays.equals(mine, ids)) {
            own.set(text.length, text.length + ids.length);
        }
        text = joined(text, ids);
    }

    @Override
    public void append(int[] ids) {
        requireTokens(ids);
        endLast();
        text = joined(text, ids);
    }

    @Override
    public void adopt(int[] ids) {
        requireTokens(ids);
        endLast();
        own.set(text.length, text.length + ids.length);
        text = joined(text, ids);
    }

    @Override
    public TokenTable table() {
        return engine.words();
    }

    @Override
    public int[] tokens() {
        return text.clone();
    }

    @Override
    public TokenStream generate(Generation request) {
        endLast();
        LogitStream stream =
                new LogitStream(this, request, Math.min(request.maxTokens(), room().getAsInt()));
        last = stream;
        return stream;
    }

    @Override
    public Verification verify(int[] draft, int from, Cancellation until) {
        Objects.checkIndex(from, draft.length + 1);
        requireTokens(draft);
        endLast();
        int[] all = joined(text, draft);
        StreamCost cost = evaluate(all);
        if (until.isCancelled()) {
            throw new CancelledException("The verification was cancelled.");
        }
        List<FullDistribution> distributions = new ArrayList<>();
        for (int i = from; i <= draft.length; i++) {
            distributions.add(after(Arrays.copyOf(all, text.length + i)));
        }
        return new Verification(distributions, cost);
    }

    FullDistribution after(int... tokens) {
        return new FullDistribution(engine.model().logits(tokens).clone());
    }

    /** The text and what comes after it. */
    int[] with(int... more) {
        return joined(text, more);
    }

    /** Brings tokens into the cache, those of the text first. */
    StreamCost evaluate(int... all) {
        int mismatch = Arrays.mismatch(cache, all);
        int from = mismatch < 0 ? all.length : mismatch;
        if (from < all.length) {
            engine.evaluate(all.length - from);
        }
        cache = all;
        int mine = 0;
        int prompt = 0;
        for (int i = from; i < text.length; i++) {
            mine += own.get(i) ? 1 : 0;
            prompt += own.get(i) ? 0 : 1;
        }
        int beyond = all.length - Math.max(from, text.length);
        return new StreamCost(prompt, 0, 0, 0, mine, 0, Math.max(0, beyond), 0, 0, 0);
    }

    @Override
    public void truncate(int length) {
        if (length < head || length > text.length) {
            throw new IllegalArgumentException(head + " to " + text.length + ": " + length);
        }
        endLast();
        text = Arrays.copyOf(text, length);
        own.clear(length, Math.max(length, own.length()));
    }

    @Override
    public Hint prefill(String beyond) {
        return Hint.NONE;
    }

    @Override
    public TokenSession branch() {
        LogitSession branch = new LogitSession(engine, text);
        branch.cache = cache;
        return branch;
    }

    @Override
    public OptionalInt room() {
        return OptionalInt.of(engine.context() - text.length);
    }

    @Override
    public void close() {
        endLast();
    }

    private int[] endLast() {
        LogitStream stream = last;
        last = null;
        if (stream == null) {
            return new int[0];
        }
        stream.close();
        return stream.written();
    }

    private void requireTokens(int... ids) {
        for (int id : ids) {
            if (id < 0 || id >= engine.words().size()) {
                throw new IllegalArgumentException("no token " + id);
            }
        }
    }

    private static int[] joined(int[] first, int... then) {
        int[] all = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }
}
