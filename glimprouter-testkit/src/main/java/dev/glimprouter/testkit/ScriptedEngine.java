package dev.glimprouter.testkit;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Session;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A complete engine whose model follows a script, and which remembers what was asked of it.
 *
 * <p>It obeys the contract of {@link Engine} and its sessions to the letter: stop rules, limits,
 * pauses, cancellation and costs. Its tokenizer splits at words. Thread safe.
 */
public final class ScriptedEngine implements Engine {

    private final Script script;
    private final Setting setting;
    private final Set<ScriptedSession> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger branches = new AtomicInteger();
    private final List<Call> calls = new ArrayList<>();
    private final Silence silence = new Silence();
    private volatile boolean closed;

    private ScriptedEngine(Script script, Setting setting) {
        this.script = script;
        this.setting = setting;
    }

    /** An engine with this script. */
    public static ScriptedEngine of(Script script) {
        return new ScriptedEngine(script, Setting.DEFAULT);
    }

    /** Each session's n-th generation gets the n-th reply; more generations are an error. */
    public static ScriptedEngine of(Reply... replies) {
        return of(Script.of(replies));
    }

    /** Each session gets these texts as replies in order, and then from the first one again. */
    public static ScriptedEngine looping(String... texts) {
        Reply[] replies = new Reply[texts.length];
        for (int i = 0; i < texts.length; i++) {
            replies[i] = Reply.text(texts[i]);
        }
        return of(Script.looping(replies));
    }

    /** A model without sense that meets every stop rule and whose seeds matter. */
    public static ScriptedEngine babbling() {
        return of(Script.babbling());
    }

    /** Writes word by word with a real pause before each, for demonstrations: not for tests. */
    public static ScriptedEngine writing(Duration pause, Script script) {
        return of(scene -> script.reply(scene).pace(pause));
    }

    /** The same script under the name of another model. */
    public ScriptedEngine named(String model) {
        return with(set -> set.withModel(model));
    }

    /** The same script with so many tokens of context; 0 for an engine that cannot tell. */
    public ScriptedEngine withContext(int tokens) {
        return with(set -> set.withContext(tokens));
    }

    /** The same script with so many branches at a time. */
    public ScriptedEngine withBranches(int most) {
        return with(set -> set.withBranches(most));
    }

    /** The same script with pauses that move {@code time} instead of taking real time. */
    public ScriptedEngine withTime(ManualTime time) {
        return with(set -> set.withTime(time));
    }

    /** The same script, taking so many nanoseconds to evaluate each prompt token. */
    public ScriptedEngine withPrefill(long nanosPerToken) {
        return with(set -> set.withPrefillNanos(nanosPerToken));
    }

    /** The same script on something like a server, which has decoded every token it delivers. */
    public ScriptedEngine upstream() {
        return with(Setting::decodingUpstream);
    }

    /** An engine that opens no session. */
    public ScriptedEngine refusing(RuntimeException failure) {
        return with(set -> set.withRefusal(failure));
    }

    /** The same script in sessions that throw when they are closed, and are closed all the same. */
    public ScriptedEngine failingToClose(RuntimeException failure) {
        return with(set -> set.withCloseFailure(failure));
    }

    private ScriptedEngine with(UnaryOperator<Setting> change) {
        return new ScriptedEngine(script, change.apply(setting));
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo(
                "scripted", "1", setting.model(), Distributions.VOCABULARY, setting.context(), 0);
    }

    @Override
    public Session open(Prompt head) {
        if (closed) {
            throw new IllegalStateException("The engine is closed: open another one.");
        }
        if (setting.refusal().isPresent()) {
            throw setting.refusal().get();
        }
        ScriptedSession session = ScriptedSession.open(this, head);
        if (setting.context() > 0 && session.size() >= setting.context()) {
            throw new RequestException(
                    "The question has %d tokens, the context %d: shorten it or raise the context."
                            .formatted(session.size(), setting.context()));
        }
        record(new Call.Open(session.id()));
        sessions.add(session);
        return session;
    }

    /** All calls so far, in order; those of concurrent sessions as they came. */
    public List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** The calls of one kind so far, in order. */
    public <C extends Call> List<C> calls(Class<C> kind) {
        return calls().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Sessions and branches that were begun and not closed. */
    public int openSessions() {
        return sessions.size();
    }

    /** Waits until some reader has come to a scripted silence, once for each silence. */
    public void awaitSilence() {
        silence.await();
    }

    @Override
    public void close() {
        closed = true;
        Collection<ScriptedSession> open = List.copyOf(sessions);
        open.forEach(ScriptedSession::close);
    }

    /** Closes the streams of all sessions, as an engine does that goes down. */
    public void closeStreams() {
        sessions.forEach(ScriptedSession::closeStream);
    }

    int nextId() {
        return opened.getAndIncrement();
    }

    void record(Call call) {
        synchronized (calls) {
            calls.add(call);
        }
    }

    void began(ScriptedSession branch) {
        sessions.add(branch);
    }

    /** Takes one of the branches, of which the setting has so many. */
    void countBranch() {
        if (branches.incrementAndGet() > setting.branches()) {
            branches.decrementAndGet();
            throw new RetryableException("All branches of the engine are in use.");
        }
    }

    void ended(ScriptedSession session, boolean isBranch) {
        sessions.remove(session);
        branches.addAndGet(isBranch ? -1 : 0);
    }

    Script script() {
        return script;
    }

    Setting setting() {
        return setting;
    }

    Silence silence() {
        return silence;
    }
}
