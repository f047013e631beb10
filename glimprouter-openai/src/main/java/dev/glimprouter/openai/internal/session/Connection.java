package dev.glimprouter.openai.internal.session;

import dev.glimprouter.openai.internal.http.EventStream;
import dev.glimprouter.openai.internal.replica.Visit;
import dev.glimprouter.openai.internal.wire.Ask;
import dev.glimprouter.openai.internal.wire.RequestWriter;

/**
 * One request of a stream while its reply comes.
 *
 * @param visit where it goes, and how that went
 * @param ask what was asked
 * @param events the reply
 */
record Connection(Visit visit, Ask ask, EventStream events) implements AutoCloseable {

    /** Sends a request; nothing here waits for the reply. */
    static Connection open(ServerEngine engine, ServerSession session, Visit visit, Ask ask) {
        EventStream events =
                engine.wire()
                        .open(
                                visit.base(),
                                RequestWriter.write(engine.server().profile(), ask),
                                session.headers());
        return new Connection(visit, ask, events);
    }

    /** Hangs up on a reply that nobody wants any more, by the way that the server heeds at once. */
    void abort(ServerEngine engine) {
        RequestWriter.abort(engine.server().profile(), ask.requestId())
                .ifPresent(request -> engine.wire().sendAndForget(visit.base(), request));
        close();
    }

    /** Is done with a reply that is over, and leaves the way to the server open. */
    void leave() {
        events.leave();
        visit.close();
    }

    @Override
    public void close() {
        events.close();
        visit.close();
    }
}
