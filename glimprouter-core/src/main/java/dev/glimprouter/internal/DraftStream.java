package dev.glimprouter.internal;

import dev.glimprouter.engine.Token;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Draft;
import dev.glimprouter.strategy.TokenSign;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** A draft while it is being written. */
final class DraftStream implements AutoCloseable {

    private final Writer writer;
    private final LiveStream stream;
    private final int attempt;
    private final boolean watched;
    private final Consumer<String> deltas;
    private final StringBuilder text = new StringBuilder();
    private final List<TokenSign> signs = new ArrayList<>();

    /**
     * A draft.
     *
     * @param watched whether it keeps a sign of each token
     * @param deltas takes each piece of text that is not empty
     */
    DraftStream(
            Writer writer,
            LiveStream stream,
            int attempt,
            boolean watched,
            Consumer<String> deltas) {
        this.writer = writer;
        this.stream = stream;
        this.attempt = attempt;
        this.watched = watched;
        this.deltas = deltas;
    }

    /** Takes the next token; false at the end. */
    boolean pull() {
        var token = stream.advance();
        token.ifPresent(this::take);
        return token.isPresent();
    }

    private void take(Token token) {
        if (watched) {
            signs.add(signOf(token));
        }
        if (!token.text().isEmpty()) {
            text.append(token.text());
            deltas.accept(token.text());
        }
    }

    private static TokenSign signOf(Token token) {
        OptionalDouble entropy =
                token.distribution()
                        .filter(seen -> !seen.isBlank())
                        .map(TokenDistribution::entropy)
                        .map(seen -> OptionalDouble.of(seen.nats()))
                        .orElse(OptionalDouble.empty());
        return new TokenSign(entropy, token.logProbability());
    }

    /** Whether nothing has come. */
    boolean isEmpty() {
        return stream.tokens() == 0;
    }

    /** The draft, once the stream has ended. */
    Draft draft() {
        return new Draft(writer, attempt, text.toString(), stream.tokens(), stream.ending(), signs);
    }

    @Override
    public void close() {
        stream.close();
    }
}
