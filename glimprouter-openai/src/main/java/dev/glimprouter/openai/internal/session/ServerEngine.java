package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineHealth;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.engine.Session;
import dev.glimprouter.openai.internal.http.Transport;
import dev.glimprouter.openai.internal.replica.HealthRules;
import dev.glimprouter.openai.internal.replica.ProblemKey;
import dev.glimprouter.openai.internal.replica.ReplicaSet;
import dev.glimprouter.openai.internal.replica.Slot;
import dev.glimprouter.openai.internal.replica.SlotPool;
import dev.glimprouter.openai.internal.wire.TokenizerWire;
import dev.glimprouter.template.HeadTemplate;
import dev.glimprouter.time.Time;

import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** One model behind servers. */
public final class ServerEngine implements Engine {

    private final Server server;
    private final List<URI> bases;
    private final EngineInfo info;
    private final ServerSettings settings;
    private final Transport transport;
    private final Wire wire;
    private final ReplicaSet replicas;
    private final HeadMaker heads;
    private final Tokens tokens;
    private final Time time;
    private final RandomGenerator random;
    private final Map<URI, SlotPool> slots = new ConcurrentHashMap<>();
    private final Set<ServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final String name;
    private volatile boolean closed;

    /**
     * An engine for servers that were surveyed.
     *
     * @param bases base URLs of the replicas
     * @param template renders conversations instead of the servers
     * @param random spreads pauses and names this engine; one that several threads may use
     */
    public ServerEngine(
            Server server,
            List<URI> bases,
            ServerSettings settings,
            Optional<HeadTemplate> template,
            Transport transport,
            Time time,
            RandomGenerator random) {
        this.server = server;
        this.bases = List.copyOf(bases);
        this.info =
                new EngineInfo(
                        server.profile().name(),
                        server.build(),
                        server.model(),
                        server.vocabularySize(),
                        server.contextTokens(),
                        0);
        this.settings = settings;
        this.transport = transport;
        this.wire = new Wire(transport);
        this.replicas = new ReplicaSet(bases, HealthRules.of(settings.breaker()), time, random);
        TokenizerWire tokenizer =
                new TokenizerWire(server.profile(), server.model(), bases.getFirst().toString());
        this.tokens = new Tokens(wire, tokenizer);
        this.heads = new HeadMaker(wire, server.profile(), tokenizer, tokens, template);
        this.time = time;
        this.random = random;
        this.name = HexFormat.of().toHexDigits(random.nextInt());
    }

    @Override
    public EngineInfo info() {
        return info;
    }

    @Override
    public EngineHealth health() {
        return replicas.health();
    }

    @Override
    public Session open(Prompt head) {
        return session(head);
    }

    ServerSession session(Prompt head) {
        requireOpen();
        ProblemKey problem = ProblemKey.of(head);
        SessionText text = new SessionText(server.profile().routes().getFirst().mode(), tokens);
        return open(new ServerSession(this, problem, head, text));
    }

    ServerSession open(ServerSession session) {
        sessions.add(session);
        if (closed) {
            session.close();
        }
        return session;
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
    }

    /** A name for a session's requests that no other session of any process has. */
    String nameFor(ProblemKey problem) {
        return problem + "-" + name + opened.getAndIncrement();
    }

    /** A place in a server's cache for a problem; empty where there are none, or none is free. */
    Optional<Slot> slot(URI base, ProblemKey problem) {
        return slots.computeIfAbsent(base, _ -> new SlotPool(server.slots())).take(problem);
    }

    /** A server, for what any of them can do. */
    public URI anyBase() {
        return bases.getFirst();
    }

    /** What runs there, as it was found out. */
    public Server server() {
        return server;
    }

    ServerSettings settings() {
        return settings;
    }

    Wire wire() {
        return wire;
    }

    ReplicaSet replicas() {
        return replicas;
    }

    HeadMaker heads() {
        return heads;
    }

    Tokens tokens() {
        return tokens;
    }

    Time time() {
        return time;
    }

    RandomGenerator random() {
        return random;
    }

    void closed(ServerSession session) {
        sessions.remove(session);
    }

    @Override
    public void close() {
        closed = true;
        sessions.forEach(ServerSession::close);
        transport.close();
    }
}
