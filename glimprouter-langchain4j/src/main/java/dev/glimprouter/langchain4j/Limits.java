package dev.glimprouter.langchain4j;

import dev.glimprouter.engine.Sampling;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.TokenSplit;

import java.util.Optional;

/**
 * Rules that requests may tighten.
 *
 * @param rules the rules where a request says nothing else
 */
record Limits(RouterConfig rules) {

    /** The rules for a request. */
    RouterConfig within(GlimpRouterChatRequestParameters wanted) {
        RouterConfig asked = rules.withSampling(sampling(wanted));
        asked = wanted.seed().map(asked::withSeed).orElse(asked);
        asked = wanted.budget().map(asked::withBudgetAtMost).orElse(asked);
        Integer most = wanted.maxOutputTokens();
        return most == null ? asked : TokenSplit.within(asked, atLeastTwo(most));
    }

    private static int atLeastTwo(int tokens) {
        if (tokens < TokenSplit.LEAST_TOKENS) {
            throw new RequestException(
                    "maxOutputTokens must be %d or more, for the reasoning and the answer, not %d."
                            .formatted(TokenSplit.LEAST_TOKENS, tokens));
        }
        return tokens;
    }

    private Sampling sampling(GlimpRouterChatRequestParameters wanted) {
        Sampling sampling = rules.sampling();
        sampling =
                Optional.ofNullable(wanted.temperature())
                        .map(sampling::withTemperature)
                        .orElse(sampling);
        sampling = Optional.ofNullable(wanted.topP()).map(sampling::withTopP).orElse(sampling);
        return Optional.ofNullable(wanted.topK()).map(sampling::withTopK).orElse(sampling);
    }
}
