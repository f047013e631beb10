package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.reasoning.Ending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was read of a stream before it was closed.
 *
 * @param first a copy of the first token's distribution, if it carried one
 */
record Reading(
        List<Token> tokens, Ending ending, StreamCost cost, Optional<FullDistribution> first) {

    /** The likeliest tokens, up to a number. */
    static Generation greedy(int tokens) {
        return greedy(tokens, Until.END_OF_SEQUENCE);
    }

    static Generation greedy(int tokens, Until until) {
        return new Generation(Sampling.GREEDY, tokens, until, Distributions.FIRST, 0);
    }

    /** Tokens drawn at temperature 1. */
    static Generation drawn(int tokens, long seed) {
        Sampling plain = new Sampling(1, 1, 0, 0);
        return new Generation(plain, tokens, Until.END_OF_SEQUENCE, Distributions.FIRST, seed);
    }

    static Reading all(Session session, Generation request) {
        return some(session, request, Integer.MAX_VALUE);
    }

    static Reading some(Session session, Generation request, int most) {
        TokenStream stream = session.generate(request);
        List<Token> tokens = new ArrayList<>();
        Optional<FullDistribution> first = Optional.empty();
        Optional<Token> token = most > 0 ? stream.next() : Optional.empty();
        while (token.isPresent()) {
            if (tokens.isEmpty()) {
                first = token.get().distribution().map(Logits::copy);
            }
            tokens.add(token.get());
            token = tokens.size() < most ? stream.next() : Optional.empty();
        }
        stream.close();
        return new Reading(tokens, stream.ending(), stream.cost(), first);
    }

    /** The raw logits of the first token. */
    float[] logits() {
        return first.orElseThrow().logits();
    }

    String text() {
        return String.join("", tokens.stream().map(Token::text).toList());
    }

    List<Integer> ids() {
        return tokens.stream().map(Token::id).toList();
    }

    /** Tokens that its stream has reported as evaluated. */
    int evaluated() {
        return cost.promptTokens() + cost.ownTokens() + cost.decodedTokens();
    }
}
