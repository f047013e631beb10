package dev.glimprouter.strategy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Numbers that its writer's own distributions tell about a draft. Looked at where it was watched.
 */
public final class DraftSignals {

    private DraftSignals() {}

    /**
     * Mean entropy of its tokens, in nats: H_step. Empty where one of them is missing.
     *
     * <p>Of servers only the listed tokens' entropy is known, as with H_init.
     */
    public static OptionalDouble meanEntropy(Draft draft) {
        return mean(draft.signs(), TokenSign::entropyNats);
    }

    /**
     * Its perplexity, at least 1: PPL_step = exp(-1/n sum ln p). Empty where a probability is
     * missing.
     */
    public static OptionalDouble perplexity(Draft draft) {
        OptionalDouble mean = mean(draft.signs(), TokenSign::logProbability);
        return mean.isEmpty() ? mean : OptionalDouble.of(Math.exp(-mean.getAsDouble()));
    }

    private static OptionalDouble mean(
            List<TokenSign> signs, Function<TokenSign, OptionalDouble> number) {
        double sum = 0;
        for (TokenSign sign : signs) {
            OptionalDouble told = number.apply(sign);
            if (told.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += told.getAsDouble();
        }
        return signs.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum / signs.size());
    }
}
