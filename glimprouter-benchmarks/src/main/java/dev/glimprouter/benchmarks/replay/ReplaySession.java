package dev.glimprouter.benchmarks.replay;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Hint;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.reasoning.Writer;

import java.util.OptionalInt;

/** A session whose generations follow a route. */
final class ReplaySession implements Session {

    /** Stands where the model ended its text before the route's step was over. */
    private static final String GO_ON = " Wait";

    private final Session inner;
    private final Writer writer;
    private final Replay replay;
    private String ahead = "";

    ReplaySession(Session inner, Writer writer, Replay replay) {
        this.inner = inner;
        this.writer = writer;
        this.replay = replay;
    }

    @Override
    public void append(String text) {
        String plain = Disguise.takeOff(text);
        if (!plain.startsWith(ahead)) {
            throw new IllegalStateException("a replay keeps all that is written");
        }
        String more = plain.substring(ahead.length());
        ahead = "";
        if (!more.isEmpty()) {
            inner.append(more);
        }
    }

    @Override
    public TokenStream generate(Generation request) {
        boolean asked = replay.isAnswering() || replay.writer() == writer;
        int tokens = asked ? Math.min(replay.tokens(), request.maxTokens()) : request.maxTokens();
        return new ReplayStream(this, request, tokens, start(tokens, request.distributions()));
    }

    /** A generation that no text ends. */
    private TokenStream start(int tokens, Distributions distributions) {
        return inner.generate(
                new Generation(Sampling.GREEDY, tokens, Until.END_OF_SEQUENCE, distributions, 0));
    }

    /** Goes on behind an end of sequence, which a replay does not heed. */
    TokenStream goOn(String written, int tokens) {
        append(written);
        inner.append(GO_ON);
        ahead = written + GO_ON;
        return start(tokens, Distributions.NONE);
    }

    String beyondEnd() {
        return GO_ON;
    }

    Replay replay() {
        return replay;
    }

    @Override
    public Hint prefill(String beyond) {
        return inner.prefill(unread(beyond));
    }

    /** The part of a text that comes next which the engine does not have yet. */
    private String unread(String text) {
        String plain = Disguise.takeOff(text);
        return plain.startsWith(ahead) ? plain.substring(ahead.length()) : "";
    }

    @Override
    public Session branch() {
        return new ReplaySession(inner.branch(), writer, replay);
    }

    @Override
    public OptionalInt room() {
        return inner.room();
    }

    @Override
    public void close() {
        inner.close();
    }
}
