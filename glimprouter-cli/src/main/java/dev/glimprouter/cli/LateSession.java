package dev.glimprouter.cli;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Hint;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenStream;

import org.jspecify.annotations.Nullable;

import java.util.OptionalInt;

/** A question's life on a {@link LateEngine}: text is kept until there is somebody to tell it. */
final class LateSession implements Session {

    private final LateEngine engine;
    private final Prompt head;
    private final StringBuilder text = new StringBuilder();
    private @Nullable Session session;
    private boolean closed;

    LateSession(LateEngine engine, Prompt head) {
        this.engine = engine;
        this.head = head;
    }

    @Override
    public synchronized void append(String more) {
        if (session == null) {
            text.append(more);
        } else {
            session.append(more);
        }
    }

    @Override
    public void ask(Aside aside) {
        reach().ask(aside);
    }

    @Override
    public TokenStream generate(Generation request) {
        return reach().generate(request);
    }

    @Override
    public synchronized Hint prefill(String beyond) {
        return session == null ? Hint.NONE : session.prefill(beyond);
    }

    @Override
    public Session branch() {
        return reach().branch();
    }

    @Override
    public synchronized OptionalInt room() {
        return session == null ? OptionalInt.empty() : session.room();
    }

    private synchronized Session reach() {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
        if (session == null) {
            session = engine.reach().open(head);
            session.append(text.toString());
        }
        return session;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (session != null) {
            session.close();
        }
    }
}
