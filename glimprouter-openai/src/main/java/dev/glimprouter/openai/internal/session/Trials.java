package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.openai.internal.replica.Visit;
import dev.glimprouter.openai.internal.wire.Ask;
import dev.glimprouter.openai.internal.wire.Chunk;
import dev.glimprouter.openai.internal.wire.ChunkReader;
import dev.glimprouter.openai.internal.wire.PromptText;
import dev.glimprouter.time.Cancellation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Requests of one session of which every piece of the reply is kept, for examinations: sent as a
 * question's own are, but never a second time.
 *
 * <p>Used by one thread.
 */
public final class Trials implements AutoCloseable {

    /** How many of the likeliest tokens a glimpse asks for. */
    public static final int TOP = ServerStream.TOP;

    private final ServerEngine engine;
    private final ServerSession session;
    private final ChunkReader reader;

    /** Requests that go on after a head. */
    public Trials(ServerEngine engine, Prompt head) {
        this.engine = engine;
        this.session = engine.session(head);
        this.reader = new ChunkReader(engine.server().profile(), engine.anyBase().toString());
    }

    /**
     * Sends a request and reads the reply to its end.
     *
     * @param top how many of the likeliest tokens are asked for; 0 for none
     * @throws dev.glimprouter.error.GlimpRouterException if the server fails or refuses
     */
    public Trial whole(Generation request, int top) {
        return run(request, top, false);
    }

    /**
     * Sends a request and hangs up at its first token.
     *
     * @throws dev.glimprouter.error.GlimpRouterException if the server fails or refuses
     */
    public Trial hangUp(Generation request) {
        return run(request, 0, true);
    }

    /** The ids of a prompt as its text has them; empty where the server does not tell. */
    public Optional<int[]> ids(PromptText prompt) {
        return switch (prompt) {
            case PromptText.Ids(int[] ids) -> Optional.of(ids);
            case PromptText.Text(String text) ->
                    engine.server()
                            .profile()
                            .tokenizer()
                            .map(_ -> engine.tokens().of(text, peer()));
            case PromptText.Mixed _, PromptText.Chat _ -> Optional.empty();
        };
    }

    private Peer peer() {
        return new Peer(engine.anyBase(), new Cancellation());
    }

    private Trial run(Generation request, int top, boolean hangUp) {
        Ask ask = session.ask(fitting(request), "", top, peer());
        List<Chunk> chunks = new ArrayList<>();
        Tally tally = new Tally();
        long began = engine.time().nanos();
        long first = 0;
        long last = 0;
        tally.begin(began);
        try (Visit visit = session.visit();
                Connection connection = Connection.open(engine, session, visit, ask)) {
            boolean over = false;
            Optional<String> data = connection.events().next();
            while (data.isPresent() && !over) {
                Chunk chunk = reader.read(data.get());
                chunks.add(chunk);
                tally.told(chunk.counts());
                if (tally.arrived(chunk, engine.time().nanos()) > 0) {
                    last = engine.time().nanos() - began;
                    first = first == 0 ? last : first;
                    connection.events().firstTokenSeen();
                }
                over = chunk.done() || (hangUp && tally.generated() > 0);
                data = over ? Optional.empty() : connection.events().next();
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancelledException("The examination was interrupted.");
            }
            if (hangUp) {
                connection.abort(engine);
            }
            visit.answered();
        }
        return new Trial(ask, chunks, tally.generated(), first, last);
    }

    private Generation fitting(Generation request) {
        int room = session.room().orElse(Integer.MAX_VALUE);
        return new Generation(
                request.sampling(),
                Math.clamp(room, 1, request.maxTokens()),
                request.until(),
                request.distributions(),
                request.seed());
    }

    @Override
    public void close() {
        session.close();
    }
}
