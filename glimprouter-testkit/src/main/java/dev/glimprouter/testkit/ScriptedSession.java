package dev.glimprouter.testkit;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Hint;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.TokenStream;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.OptionalInt;

/** A session of a scripted engine: the text, how much of it was evaluated, and its last stream. */
final class ScriptedSession implements Session {

    private final ScriptedEngine engine;
    private final int id;
    private final Prompt head;
    private final StringBuilder text = new StringBuilder();
    private int size;
    private int unevaluated;
    private int seam;
    private int own;
    private int cached;
    private String hinted = "";
    private int generations;
    private Optional<Aside> aside = Optional.empty();
    private volatile @Nullable ScriptedStream last;
    private boolean isBranch;
    private volatile boolean closed;

    private ScriptedSession(ScriptedEngine engine, Prompt head) {
        this.engine = engine;
        this.id = engine.nextId();
        this.head = head;
    }

    static ScriptedSession open(ScriptedEngine engine, Prompt head) {
        ScriptedSession session = new ScriptedSession(engine, head);
        int tokens = Words.count(head.opening());
        for (var message : head.messages()) {
            tokens += Words.count(message.content());
        }
        session.size = tokens;
        session.unevaluated = tokens;
        return session;
    }

    @Override
    public void append(String more) {
        checkOpen();
        engine.record(new Call.Append(id, more));
        add(more);
    }

    @Override
    public void ask(Aside about) {
        checkOpen();
        engine.record(new Call.Ask(id, about));
        aside = Optional.of(about);
        add(about.asText());
    }

    private void add(String more) {
        if (more.isEmpty()) {
            return;
        }
        ScriptedStream mine = last;
        closeStream();
        last = null;
        text.append(more);
        if (mine != null && mine.text().startsWith(more)) {
            adopt(mine, more.length());
        } else {
            int tokens = Words.count(more);
            int known = more.startsWith(hinted) ? Words.count(hinted) : 0;
            size += tokens;
            cached += known;
            unevaluated += tokens - known;
        }
        hinted = "";
    }

    private void adopt(ScriptedStream mine, int length) {
        int whole = mine.wholeTokens(length);
        boolean cut = mine.lengthOf(whole) < length;
        own += Math.max(0, whole - mine.evaluatedTokens());
        size += whole + (cut ? 1 : 0);
        seam += cut ? 1 : 0;
        unevaluated += cut ? 1 : 0;
    }

    @Override
    public TokenStream generate(Generation request) {
        checkOpen();
        closeStream();
        engine.record(new Call.Generate(id, request));
        Reply reply =
                engine.script()
                        .reply(new Scene(head, text.toString(), request, generations++, aside));
        int limit = Math.min(request.maxTokens(), room().orElse(Integer.MAX_VALUE));
        ScriptedStream stream = new ScriptedStream(this, engine, request, reply, limit);
        last = stream;
        if (closed) {
            stream.close();
        }
        return stream;
    }

    /** Prompt tokens that a stream has to evaluate before its first token; none remain. */
    int takeUnevaluated() {
        int tokens = unevaluated;
        unevaluated = 0;
        return tokens;
    }

    /** Those of them that were evaluated before; none remain. */
    int takeSeam() {
        int tokens = seam;
        seam = 0;
        return tokens;
    }

    /** Tokens of its own that a stream has to evaluate before its first token; none remain. */
    int takeOwn() {
        int tokens = own;
        own = 0;
        return tokens;
    }

    int unevaluated() {
        return unevaluated;
    }

    /** Prompt tokens that a hint has evaluated; none remain. */
    int takeCached() {
        int tokens = cached;
        cached = 0;
        return tokens;
    }

    /** Reads what is beyond the text at once; a hint to read the text itself does nothing. */
    @Override
    public Hint prefill(String beyond) {
        checkOpen();
        engine.record(new Call.Prefill(id, beyond));
        if (beyond.isEmpty()) {
            return Hint.NONE;
        }
        int known = beyond.startsWith(hinted) ? Words.count(hinted) : 0;
        hinted = beyond;
        StreamCost cost =
                new StreamCost(Words.count(beyond) - known, known, 0, 0, 0, 0, 0, 0, 0, 0);
        return () -> cost;
    }

    @Override
    public Session branch() {
        checkOpen();
        engine.countBranch();
        ScriptedSession branch = new ScriptedSession(engine, head);
        branch.isBranch = true;
        branch.text.append(text);
        branch.size = size;
        branch.unevaluated = unevaluated;
        branch.seam = seam;
        branch.own = own;
        branch.generations = generations;
        branch.aside = aside;
        engine.record(new Call.Branch(id, branch.id));
        engine.began(branch);
        return branch;
    }

    @Override
    public OptionalInt room() {
        checkOpen();
        int context = engine.setting().context();
        return context == 0 ? OptionalInt.empty() : OptionalInt.of(Math.max(0, context - size));
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        engine.record(new Call.Close(id));
        closeStream();
        engine.ended(this, isBranch);
        if (engine.setting().closeFailure().isPresent()) {
            throw engine.setting().closeFailure().get();
        }
    }

    int id() {
        return id;
    }

    int size() {
        return size;
    }

    void closeStream() {
        ScriptedStream stream = last;
        if (stream != null) {
            stream.close();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The session is closed: open another one.");
        }
    }
}
