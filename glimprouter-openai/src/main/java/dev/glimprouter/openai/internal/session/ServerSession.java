package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Hint;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.openai.internal.profile.PromptMode;
import dev.glimprouter.openai.internal.replica.Lease;
import dev.glimprouter.openai.internal.replica.ProblemKey;
import dev.glimprouter.openai.internal.replica.Slot;
import dev.glimprouter.openai.internal.replica.Visit;
import dev.glimprouter.openai.internal.wire.Ask;
import dev.glimprouter.openai.internal.wire.RequestId;
import dev.glimprouter.time.Cancellation;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** One problem's life on the servers of a model. */
final class ServerSession implements Session {

    /** Characters of a token where no server has counted: few, so that room is not overrated. */
    private static final int CHARS_PER_TOKEN = 3;

    /** Stands in a request that generates nothing. */
    private static final Generation NOTHING =
            new Generation(
                    Sampling.GREEDY,
                    1,
                    Generation.Until.END_OF_SEQUENCE,
                    Generation.Distributions.NONE,
                    0);

    private final ServerEngine engine;
    private final ProblemKey problem;
    private final Prompt prompt;
    private final SessionText text;
    private final Lease lease;
    private final String name;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final Cancellation over = new Cancellation();
    private volatile @Nullable Head head;
    private @Nullable ServerStream last;
    private volatile @Nullable URI here;
    private Optional<Slot> slot = Optional.empty();
    private int countedTokens;
    private int countedChars;
    private volatile boolean closed;

    ServerSession(ServerEngine engine, ProblemKey problem, Prompt prompt, SessionText text) {
        this.engine = engine;
        this.problem = problem;
        this.prompt = prompt;
        this.text = text;
        this.lease = engine.replicas().lease(problem);
        this.name = engine.nameFor(problem);
        engine.server()
                .profile()
                .affinityHeaders()
                .forEach(header -> headers.put(header, problem.hex()));
    }

    @Override
    public void append(String more) {
        requireOpen();
        ServerStream mine = last;
        endLast();
        last = null;
        if (!more.isEmpty()) {
            Optional<ServerStream> own =
                    Optional.ofNullable(mine).filter(stream -> stream.text().equals(more));
            boolean known = countedTokens > 0 && countedChars == text.length();
            text.append(more, own.flatMap(ServerStream::ids), peer());
            if (known) {
                own.ifPresent(stream -> counted(countedTokens + stream.tokens()));
            }
        }
    }

    /** A turn as text, except where the servers write turns themselves. */
    @Override
    public void ask(Aside aside) {
        requireOpen();
        if (engine.server().profile().routes().getFirst().mode() == PromptMode.CHAT) {
            endLast();
            last = null;
            text.ask(aside);
        } else {
            append(engine.heads().turn(aside, peer()));
        }
    }

    private Peer peer() {
        URI base = here;
        return new Peer(base == null ? engine.anyBase() : base, over);
    }

    /** The text of an id. */
    String textOf(int id) {
        return engine.tokens().textOf(id, peer());
    }

    @Override
    public TokenStream generate(Generation request) {
        requireOpen();
        endLast();
        ServerStream stream = new ServerStream(this, engine, request);
        last = stream;
        if (closed) {
            stream.close();
        }
        return stream;
    }

    /**
     * Brings the text into the server's cache in the background; what fails is done again later.
     */
    @Override
    public Hint prefill(String beyond) {
        if (closed) {
            return Hint.NONE;
        }
        PrefillHint hint = new PrefillHint(engine, lease, over);
        SessionText now = text.copy();
        Thread.ofVirtual()
                .name("prefill")
                .start(() -> hint.follow(peer -> ask(now, NOTHING, beyond, 0, peer)));
        return hint;
    }

    @Override
    public Session branch() {
        requireOpen();
        ServerSession branch = new ServerSession(engine, problem, prompt, text.copy());
        branch.head = head;
        return engine.open(branch);
    }

    @Override
    public OptionalInt room() {
        int context = engine.server().contextTokens();
        if (context == 0) {
            return OptionalInt.empty();
        }
        int chars = text.length() - countedChars;
        if (countedTokens == 0) {
            chars += prompt.messages().stream().mapToInt(each -> each.content().length()).sum();
        }
        return OptionalInt.of(
                Math.max(0, context - countedTokens - Math.ceilDiv(chars, CHARS_PER_TOKEN)));
    }

    /** Begins a request, at a step's boundary. */
    Visit visit() {
        return lease.current();
    }

    /** Begins a request in place of one that failed. */
    Visit visitAgain() {
        return lease.again();
    }

    /** What to ask a server that goes on after the text and {@code beyond}. */
    Ask ask(Generation request, String beyond, int top, Peer peer) {
        return ask(text, request, beyond, top, peer);
    }

    private Ask ask(SessionText of, Generation request, String beyond, int top, Peer peer) {
        Ask ask =
                Ask.of(of.prompt(headAt(peer), beyond, peer), engine.server().model(), request, top)
                        .withRequestId(RequestId.of(name, turns.getAndIncrement()));
        return slotAt(peer.base()).map(taken -> ask.withSlot(taken.id())).orElse(ask);
    }

    /** Two who are in need of it at once may both ask for it: it is the same. */
    private Head headAt(Peer peer) {
        Head known = head;
        if (known == null) {
            known = engine.heads().of(prompt, peer);
            head = known;
        }
        return known;
    }

    private synchronized Optional<Slot> slotAt(URI base) {
        if (!base.equals(here)) {
            slot.ifPresent(Slot::close);
            slot = closed ? Optional.empty() : engine.slot(base, problem);
            here = base;
        }
        return slot;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Notes how many tokens there are up to the end of the text. */
    void counted(int tokens) {
        countedTokens = tokens;
        countedChars = text.length();
    }

    private void endLast() {
        if (last != null) {
            last.close();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
        engine.requireOpen();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            over.cancel();
            endLast();
            lease.close();
            giveBack();
            engine.closed(this);
        }
    }

    private synchronized void giveBack() {
        slot.ifPresent(Slot::close);
        slot = Optional.empty();
    }
}
