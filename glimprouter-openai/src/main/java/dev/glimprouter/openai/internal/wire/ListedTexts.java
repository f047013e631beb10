package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.glimpse.TokenTexts;

import java.util.List;
import java.util.function.IntFunction;

/**
 * What the tokens that a server has listed stand for.
 *
 * @param top the tokens
 * @param texts the texts of ids, where the server told nothing else
 */
record ListedTexts(List<Candidate> top, IntFunction<String> texts) implements TokenTexts {

    @Override
    public String text(int index) {
        Candidate token = top.get(index);
        return isAsked(token) ? texts.apply(token.key().id()) : token.text();
    }

    @Override
    public boolean isAsked() {
        return top.stream().anyMatch(ListedTexts::isAsked);
    }

    private static boolean isAsked(Candidate token) {
        return token.text().isEmpty() && token.key().id() >= 0;
    }
}
