package dev.glimprouter.testkit;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Incident;
import dev.glimprouter.engine.StopScanner;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.reasoning.Ending;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A reply while it is read. */
final class ScriptedStream implements TokenStream {

    private final ScriptedSession session;
    private final ScriptedEngine engine;
    private final Generation request;
    private final Iterator<Cue> cues;
    private final int limit;
    private final StopScanner scanner;
    private final List<String> words = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition over = lock.newCondition();
    private @Nullable Cue upcoming;
    private Optional<Ending> ending;
    private int delivered;
    private int prompt;
    private int cached;
    private int seam;
    private int own;
    private long ownNanos;
    private boolean closed;

    ScriptedStream(
            ScriptedSession session,
            ScriptedEngine engine,
            Generation request,
            Reply reply,
            int limit) {
        this.session = session;
        this.engine = engine;
        this.request = request;
        this.cues = reply.cues().iterator();
        this.limit = limit;
        this.scanner = new StopScanner(request.until());
        this.ending = limit < 1 ? Optional.of(Ending.LENGTH) : Optional.empty();
    }

    @Override
    public Optional<Token> next() {
        Optional<Token> token;
        try {
            token = play();
        } catch (RuntimeException failure) {
            end(Ending.CANCELLED);
            throw failure;
        }
        engine.record(new Call.Next(session.id(), token.map(Token::text)));
        return token;
    }

    @Override
    public List<Incident> incidents() {
        List<Incident> since = List.copyOf(incidents);
        incidents.clear();
        return since;
    }

    private Optional<Token> play() {
        prefill();
        while (!isOver()) {
            Cue cue = upcoming();
            upcoming = null;
            switch (cue) {
                case Cue.Act act -> act.action().run();
                case Cue.Befall befall -> incidents.add(befall.incident());
                case Cue.Silence _ -> keepSilence();
                case Cue.Word word -> {
                    pass(word.delayNanos());
                    return deliver(word);
                }
            }
        }
        return Optional.empty();
    }

    private Cue upcoming() {
        if (upcoming == null) {
            upcoming = cues.hasNext() ? cues.next() : Cue.Word.ofEnd();
        }
        return upcoming;
    }

    /** Whether a word comes next, and at once. */
    @Override
    public boolean ready() {
        return isOver()
                || (delivered > 0 && upcoming() instanceof Cue.Word word && word.delayNanos() == 0);
    }

    private void prefill() {
        if (delivered == 0 && !isOver()) {
            pass(session.unevaluated() * engine.setting().prefillNanos());
        }
    }

    /** Where nothing else was read, the pause before the first token is its own last one's. */
    private Optional<Token> deliver(Cue.Word word) {
        lock.lock();
        try {
            if (ending.isPresent()) {
                return Optional.empty();
            }
            if (delivered == 0) {
                prompt = session.takeUnevaluated();
                cached = session.takeCached();
                seam = session.takeSeam();
                own = session.takeOwn();
                ownNanos = own > 0 && prompt == 0 ? word.delayNanos() : 0;
            }
            delivered++;
            String visible = word.end() ? finish() : extend(word.text());
            int id = word.end() ? 0 : 1 + Math.floorMod(word.text().hashCode(), 62);
            return Optional.of(new Token(id, visible, distribution(word), logProbability(word)));
        } finally {
            lock.unlock();
        }
    }

    private String finish() {
        ending = Optional.of(Ending.END_OF_SEQUENCE);
        return scanner.flush();
    }

    private String extend(String word) {
        words.add(word);
        String visible = scanner.feed(word);
        ending = scanner.ending();
        if (ending.isEmpty() && delivered >= limit) {
            ending = Optional.of(Ending.LENGTH);
            scanner.cut();
        }
        return visible;
    }

    private Optional<TokenDistribution> distribution(Cue.Word word) {
        boolean wanted =
                switch (request.distributions()) {
                    case NONE -> false;
                    case FIRST -> delivered == 1;
                    case ALL -> true;
                };
        return wanted ? word.distribution() : Optional.empty();
    }

    private OptionalDouble logProbability(Cue.Word word) {
        return request.distributions() == Generation.Distributions.ALL
                ? word.logProbability()
                : OptionalDouble.empty();
    }

    private void keepSilence() {
        engine.silence().begins();
        lock.lock();
        try {
            while (ending.isEmpty()) {
                over.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void pass(long nanos) {
        if (nanos == 0) {
            return;
        }
        if (engine.setting().time().isPresent()) {
            engine.setting().time().get().advance(nanos);
            return;
        }
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && ending.isEmpty()) {
                left = over.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            end(Ending.CANCELLED);
        } finally {
            lock.unlock();
        }
    }

    private boolean isOver() {
        lock.lock();
        try {
            return ending.isPresent();
        } finally {
            lock.unlock();
        }
    }

    private void end(Ending how) {
        lock.lock();
        try {
            if (ending.isEmpty()) {
                ending = Optional.of(how);
            }
            over.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Ending ending() {
        lock.lock();
        try {
            return ending.orElseThrow(
                    () -> new IllegalStateException("the stream has not ended yet"));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public StreamCost cost() {
        lock.lock();
        try {
            return new StreamCost(
                    prompt,
                    cached,
                    seam,
                    prompt * engine.setting().prefillNanos(),
                    own,
                    ownNanos,
                    decoded(),
                    0,
                    scanner.droppedChars(),
                    0);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            lock.unlock();
        }
        engine.record(new Call.CloseStream(session.id()));
        end(Ending.CANCELLED);
    }

    /** The generated text so far. */
    String text() {
        lock.lock();
        try {
            return scanner.text();
        } finally {
            lock.unlock();
        }
    }

    /** All of them, or all but the last one, which waits until somebody goes on from it. */
    private int decoded() {
        return engine.setting().upstream() ? delivered : Math.max(0, delivered - 1);
    }

    /** How many of the generated tokens were evaluated. */
    int evaluatedTokens() {
        lock.lock();
        try {
            return decoded();
        } finally {
            lock.unlock();
        }
    }

    /** How many of the generated tokens lie wholly within the first {@code length} characters. */
    int wholeTokens(int length) {
        int tokens = 0;
        while (tokens < words.size() && lengthOf(tokens + 1) <= length) {
            tokens++;
        }
        return tokens;
    }

    /** Characters of the first {@code tokens} generated tokens. */
    int lengthOf(int tokens) {
        return words.stream().limit(tokens).mapToInt(String::length).sum();
    }
}
