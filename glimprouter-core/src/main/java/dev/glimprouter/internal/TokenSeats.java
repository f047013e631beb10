package dev.glimprouter.internal;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.reasoning.Writer;

/** Checks that two models can work on the same tokens. */
final class TokenSeats {

    private final GlimpRouter router;
    private final String what;

    /**
     * A check for what shall be done.
     *
     * @param what names it in messages
     */
    TokenSeats(GlimpRouter router, String what) {
        this.router = router;
        this.what = what;
    }

    /**
     * The same session as one of tokens.
     *
     * @throws RequestException if its engine does not own tokens and logits
     */
    TokenSession require(Writer writer, Session session) {
        if (session instanceof TokenSession tokens) {
            return tokens;
        }
        Engine engine = router.engine(writer);
        throw new RequestException(
                "%s needs both models in-process: %s runs on %s, which does not give out tokens and logits. Name a .gguf file or a model of the catalogue, or leave %s out."
                        .formatted(what, engine.info().model(), engine.info().engine(), what));
    }

    /**
     * Requires that both models read the same ids as the same text.
     *
     * @throws RequestException if they do not
     */
    void requireLike(TokenSession small, TokenSession large) {
        if (!small.table().isLike(large.table())) {
            throw new RequestException(
                    "%s needs two models with the same vocabulary: the tokens of %s (%d) and %s (%d) stand for other texts. Choose two models of one family, or leave %s out."
                            .formatted(
                                    what,
                                    router.engine(Writer.SMALL).info().model(),
                                    small.table().size(),
                                    router.engine(Writer.LARGE).info().model(),
                                    large.table().size(),
                                    what));
        }
    }
}
