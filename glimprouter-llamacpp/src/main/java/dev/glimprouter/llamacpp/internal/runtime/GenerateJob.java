package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.LogitSampler;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.internal.tokens.TokenReader;
import dev.glimprouter.internal.tokens.TokenReader.Read;
import dev.glimprouter.internal.tokens.Written;
import dev.glimprouter.reasoning.Ending;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A generation: samples a token from each distribution that it is given, until its text ends.
 *
 * <p>Nothing is evaluated beyond what its reader may still pull: the first token until the second
 * is asked for, then a few tokens ahead; none ahead if every token's distribution is wanted, so
 * that the view stays valid.
 */
final class GenerateJob extends Job implements TokenStream {

    private static final int RUN_AHEAD = 3;

    private final Generation request;
    private final Tokenizer tokenizer;
    private final LoadedModel model;
    private final ReentrantLock lock;
    private final Condition arrived;
    private final LogitSampler sampler;
    private final TokenReader reader;
    private final Written written = new Written();
    private final Deque<Token> queue = new ArrayDeque<>();
    private int produced;
    private int delivered;
    private int allowed = 1;
    private int decoded;
    private int droppedChars;
    private Work work = Work.NONE;
    private @Nullable Ending ending;
    private @Nullable GlimpRouterException failure;
    private boolean closed;

    /**
     * A generation after {@code text}.
     *
     * @param limit most tokens, at least 1
     */
    GenerateJob(
            Sequence sequence,
            Text text,
            Generation request,
            int limit,
            Tokenizer tokenizer,
            LoadedModel model) {
        super(sequence, text);
        this.request = request;
        this.tokenizer = tokenizer;
        this.model = model;
        this.lock = model.pool().lock();
        this.arrived = lock.newCondition();
        this.sampler = new LogitSampler(request.sampling(), request.seed());
        this.reader = new TokenReader(tokenizer, request.until(), limit);
    }

    @Override
    int wanted() {
        return tokens().size() - 1;
    }

    @Override
    boolean isOver() {
        return ending != null || failure != null;
    }

    @Override
    boolean isReady() {
        return !isOver() && produced < allowed;
    }

    @Override
    void take(float[] logits) {
        int id = sampler.sample(logits);
        Read read = reader.read(id);
        boolean wanted =
                switch (request.distributions()) {
                    case NONE -> false;
                    case FIRST -> produced == 0;
                    case ALL -> true;
                };
        FullDistribution seen = new FullDistribution(logits, tokenizer::spelling);
        OptionalDouble likely =
                request.distributions() == Distributions.ALL
                        ? OptionalDouble.of(seen.logProbability(id))
                        : OptionalDouble.empty();
        Optional<TokenDistribution> told = wanted ? Optional.of(seen) : Optional.empty();
        publish(new Token(id, read.visible(), told, likely), read);
    }

    private void publish(Token token, Read read) {
        lock.lock();
        try {
            if (isOver()) {
                return;
            }
            if (read.piece().isPresent()) {
                tokens().add(token.id());
                read.addTo(written);
            }
            produced++;
            queue.add(token);
            droppedChars = reader.droppedChars();
            ending = read.ending().orElse(null);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    void fail(GlimpRouterException cause) {
        if (!isOver()) {
            failure = cause;
            arrived.signalAll();
        }
    }

    @Override
    void cancel() {
        close();
    }

    @Override
    void report(Work more) {
        work = work.plus(unreported()).plus(more);
    }

    @Override
    void decoded(int count) {
        decoded += count;
    }

    @Override
    public Optional<Token> next() {
        lock.lock();
        try {
            if (delivered > 0) {
                int ahead = request.distributions() == Distributions.ALL ? 1 : 1 + RUN_AHEAD;
                allowed = Math.max(allowed, delivered + ahead);
                model.wake();
            }
            while (queue.isEmpty() && !isOver()) {
                arrived.await();
            }
            if (!queue.isEmpty()) {
                delivered++;
                return Optional.of(queue.removeFirst());
            }
            if (failure != null && !closed) {
                throw failure;
            }
            return Optional.empty();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            close();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Ending ending() {
        lock.lock();
        try {
            if (ending == null || !queue.isEmpty()) {
                throw new IllegalStateException("the stream has not ended yet");
            }
            return ending;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public StreamCost cost() {
        lock.lock();
        try {
            return new StreamCost(
                    work.promptTokens(),
                    work.cachedTokens(),
                    work.seamTokens(),
                    work.nanos(),
                    work.ownTokens(),
                    work.ownNanos(),
                    decoded,
                    Math.max(0, decoded - delivered),
                    droppedChars,
                    0);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (ending == null || !queue.isEmpty()) {
                ending = Ending.CANCELLED;
                queue.clear();
                droppedChars = 0;
            }
            model.over();
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What was written so far, without an end-of-sequence token. */
    Written written() {
        return written;
    }

    /** How many of the tokens that were written have been evaluated in turn. */
    int evaluated() {
        return decoded;
    }

    /** The ids of the first {@code count} tokens that were written. */
    int[] ids(int count) {
        return tokens().slice(given(), given() + count);
    }
}
