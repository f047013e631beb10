package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Incident;
import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.error.Details;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.openai.internal.profile.StopRule;
import dev.glimprouter.openai.internal.replica.Visit;
import dev.glimprouter.openai.internal.wire.Chunk;
import dev.glimprouter.openai.internal.wire.ChunkReader;
import dev.glimprouter.openai.internal.wire.TokenKeys;
import dev.glimprouter.reasoning.Ending;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A generation on a server: one request, and more only where one breaks off, cannot be placed, or
 * stops at newlines that only begin a step.
 */
final class ServerStream implements TokenStream {

    /** How many of the likeliest tokens are asked for: the paper's number. */
    static final int TOP = 20;

    /** The shortest answer worth asking for where a context is nearly full. */
    private static final int LEAST_ANSWER_TOKENS = 16;

    private final ServerSession session;
    private final ServerEngine engine;
    private final Generation request;
    private final ChunkReader reader;
    private final Tries tries;

    /** Guards what follows; nobody waits for a server while holding it. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Assembly assembly;
    private final Tally tally = new Tally();
    private @Nullable Connection live;
    private @Nullable Ending ending;
    private boolean closed;
    private int limit;
    private int delivered;

    ServerStream(ServerSession session, ServerEngine engine, Generation request) {
        this.session = session;
        this.engine = engine;
        this.request = request;
        this.reader = new ChunkReader(engine.server().profile(), engine.anyBase().toString());
        this.assembly = new Assembly(engine.server(), request);
        this.tries = new Tries(engine, session);
        this.limit = Math.clamp(session.room().orElse(Integer.MAX_VALUE), 1, request.maxTokens());
    }

    @Override
    public Optional<Token> next() {
        Optional<Token> token = poll();
        while (token.isEmpty() && !isOver()) {
            advance();
            token = poll();
        }
        return token;
    }

    @Override
    public boolean ready() {
        lock.lock();
        try {
            return ending != null
                    || !assembly.isDrained()
                    || (live != null && live.events().hasMore());
        } finally {
            lock.unlock();
        }
    }

    private Optional<Token> poll() {
        lock.lock();
        try {
            Optional<Token> token = assembly.poll();
            delivered += token.isPresent() ? 1 : 0;
            return token;
        } finally {
            lock.unlock();
        }
    }

    private boolean isOver() {
        lock.lock();
        try {
            return ending != null;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next piece of the reply, or does what is to be done about its failure. */
    private void advance() {
        try {
            Connection connection = connection();
            Optional<String> data = connection.events().next();
            if (data.isPresent()) {
                take(connection, reader.read(data.get()));
            } else {
                over(connection);
            }
        } catch (ContextFullException full) {
            shrink(full);
        } catch (RetryableException broken) {
            recover(broken);
        } catch (CancelledException closing) {
            close();
        } catch (RequestException | SetupException refusal) {
            answeredBy(refusal);
            throw refusal;
        }
    }

    /** A server that refuses a request lives. */
    private void answeredBy(GlimpRouterException refusal) {
        Connection connection = live();
        if (connection != null && refusal.details().status().isPresent()) {
            connection.visit().answered();
        }
    }

    private Connection connection() {
        Connection connection = live();
        if (connection != null) {
            return connection;
        }
        Visit visit = tries.visit();
        Connection opened = null;
        try {
            opened = keep(open(visit));
            return opened;
        } catch (RetryableException broken) {
            tries.failed(visit, broken);
            throw broken;
        } finally {
            if (opened == null) {
                visit.close();
            }
        }
    }

    private @Nullable Connection live() {
        lock.lock();
        try {
            return live;
        } finally {
            lock.unlock();
        }
    }

    private Connection open(Visit visit) {
        int top = request.distributions() == Distributions.NONE ? 0 : TOP;
        Generation rest =
                new Generation(
                        request.sampling(),
                        Math.max(1, limit - assembly.tokens()),
                        request.until(),
                        request.distributions(),
                        request.seed());
        return Connection.open(
                engine, session, visit, session.ask(rest, assembly.text(), top, tries.peer(visit)));
    }

    private Connection keep(Connection opened) {
        lock.lock();
        try {
            if (closed) {
                opened.close();
                throw new CancelledException("The stream is closed.");
            }
            tally.begin(engine.time().nanos());
            live = opened;
            return opened;
        } finally {
            lock.unlock();
        }
    }

    private void take(Connection connection, Chunk chunk) {
        lock.lock();
        try {
            tally.told(chunk.counts());
            int fresh = tally.arrived(chunk, engine.time().nanos());
            if (fresh > 0) {
                connection.visit().answered();
                connection.events().firstTokenSeen();
            }
            boolean wasComplete = assembly.ending().isPresent();
            assembly.take(connection.ask(), chunk, wasComplete && hasText(chunk) ? 0 : fresh);
            boolean complete = assembly.ending().isPresent();
            if (chunk.done()) {
                conclude(connection);
            } else if (complete && (wasComplete ? hasText(chunk) : !serverStops(chunk))) {
                connection.abort(engine);
                conclude(connection);
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean hasText(Chunk chunk) {
        return !chunk.text().isEmpty();
    }

    /** Whether the server has stopped, or is about to stop by itself. */
    private boolean serverStops(Chunk chunk) {
        return chunk.finish().isPresent()
                || engine.server().profile().stops().by() == StopRule.By.SERVER;
    }

    /** The reply is over. */
    private void over(Connection connection) {
        lock.lock();
        try {
            if (!closed) {
                conclude(connection);
            }
        } finally {
            lock.unlock();
        }
    }

    private void conclude(Connection connection) {
        if (closed) {
            return;
        }
        boolean complete = complete();
        if (!complete && !assembly.goesOn()) {
            throw new RetryableException(
                    "%s ended the reply without saying why: try again."
                            .formatted(connection.visit().base()),
                    Details.of(connection.visit().base().toString()),
                    null);
        }
        connection.leave();
        live = null;
        if (!complete) {
            tries.retried("the server stopped at newlines with which the step begins");
        }
    }

    /** Ends the stream if nothing of it is missing. */
    private boolean complete() {
        Optional<Ending> how = assembly.ending();
        if (how.isPresent()) {
            assembly.flush();
            ending = how.get();
            if (tally.promptTold() > 0) {
                session.counted(tally.promptTold());
            }
        }
        return how.isPresent();
    }

    /** Asks for less of an answer; a step ends the reasoning instead, and leaves room for one. */
    private void shrink(ContextFullException full) {
        Connection connection = live();
        if (connection != null) {
            connection.visit().answered();
            dropLive();
        }
        if (request.until() != Until.END_OF_SEQUENCE || limit / 2 < LEAST_ANSWER_TOKENS) {
            close();
            throw full;
        }
        limit /= 2;
        tries.retried("the context is nearly full: asked for %d tokens".formatted(limit));
    }

    private void recover(RetryableException broken) {
        Connection connection = live();
        if (connection != null) {
            tries.failed(connection.visit(), broken);
            dropLive();
        }
        if (isOver() || isAllThere()) {
            return;
        }
        try {
            tries.after(broken);
        } catch (RetryableException last) {
            close();
            throw last;
        }
    }

    /** A text that is whole needs no end of its reply. */
    private boolean isAllThere() {
        lock.lock();
        try {
            return complete();
        } finally {
            lock.unlock();
        }
    }

    private void dropLive() {
        lock.lock();
        try {
            if (live != null) {
                live.close();
                live = null;
                assembly.brokeOff();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The text of what was generated. */
    String text() {
        return assembly.text();
    }

    /** How many tokens were generated. */
    int tokens() {
        return assembly.tokens();
    }

    /** The ids of what was generated; empty where not all are known. */
    Optional<OwnIds> ids() {
        return assembly.ids();
    }

    @Override
    public List<Incident> incidents() {
        return tries.incidents();
    }

    @Override
    public String spelling(String name) {
        int id = TokenKeys.ofText(name).id();
        return id < 0 ? name : session.textOf(id);
    }

    @Override
    public Ending ending() {
        lock.lock();
        try {
            if (ending == null || !assembly.isDrained()) {
                throw new IllegalStateException("the stream has not ended yet");
            }
            return ending;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Speculation speculation() {
        lock.lock();
        try {
            return tally.speculation();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public StreamCost cost() {
        lock.lock();
        try {
            return tally.cost(delivered, assembly.droppedChars(), ending != null);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        Connection left;
        lock.lock();
        try {
            left = live;
            live = null;
            closed = true;
            if (ending == null || !assembly.isDrained()) {
                ending = Ending.CANCELLED;
                assembly.discard();
            }
        } finally {
            lock.unlock();
        }
        tries.stop();
        if (left != null) {
            left.abort(engine);
        }
    }
}
