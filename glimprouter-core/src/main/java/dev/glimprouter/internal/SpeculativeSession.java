package dev.glimprouter.internal;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Hint;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.time.Time;

import java.util.Optional;
import java.util.OptionalInt;

/** The large model's session, whose tokens a {@link Drafter} drafts. */
final class SpeculativeSession implements Session {

    private final TokenSession session;
    private final Drafter drafter;
    private final boolean apart;
    private final Time time;
    private final StringBuilder text = new StringBuilder();
    private Optional<SpeculativeStream> last = Optional.empty();

    /**
     * A session around another one, which it closes.
     *
     * @param apart whether nobody but this one uses the drafter, so that it has to be told the text
     *     and closed here
     */
    SpeculativeSession(TokenSession session, Drafter drafter, boolean apart, Time time) {
        this.session = session;
        this.drafter = drafter;
        this.apart = apart;
        this.time = time;
    }

    @Override
    public void append(String more) {
        if (apart) {
            drafter.append(more);
        }
        endLast();
        text.append(more);
        int tokens = last.map(stream -> stream.text().tokensOf(more)).orElse(0);
        if (tokens > 0) {
            TokenText written = last.orElseThrow().text();
            session.adopt(written.ids(0, tokens));
            session.append(written.restOf(more));
        } else {
            session.append(more);
        }
        last = Optional.empty();
    }

    @Override
    public TokenStream generate(Generation request) {
        endLast();
        int room = session.room().orElse(Integer.MAX_VALUE);
        if (room < 1) {
            return session.generate(request);
        }
        SpeculativeStream stream =
                new SpeculativeStream(
                        session, drafter, request, Math.min(request.maxTokens(), room), time);
        drafter.follow(text.substring(Math.min(drafter.heard(), text.length())), stream.text());
        last = Optional.of(stream);
        return stream;
    }

    private void endLast() {
        last.ifPresent(SpeculativeStream::close);
    }

    /** The session itself. */
    TokenSession session() {
        endLast();
        last = Optional.empty();
        return session;
    }

    @Override
    public Hint prefill(String beyond) {
        return session.prefill(beyond);
    }

    @Override
    public Session branch() {
        return session.branch();
    }

    @Override
    public OptionalInt room() {
        return session.room();
    }

    @Override
    public void close() {
        endLast();
        try {
            session.close();
        } finally {
            if (apart) {
                drafter.close();
            }
        }
    }
}
