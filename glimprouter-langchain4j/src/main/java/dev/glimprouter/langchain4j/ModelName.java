package dev.glimprouter.langchain4j;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.expression.StrategyText;
import dev.langchain4j.exception.ModelNotFoundException;

import java.util.Optional;

/**
 * The name of a model, behind which a request may write a threshold: {@code glimprouter@0.8}.
 *
 * @param base the name itself
 */
record ModelName(String base) {

    private static final String MARK = "@";

    /**
     * What a name asks for.
     *
     * @throws ModelNotFoundException if it is another model's
     */
    Asked read(String name) {
        if (name.equals(base)) {
            return new Asked(Optional.empty());
        }
        if (name.startsWith(base + MARK)) {
            return new Asked(Optional.of(name.substring(base.length() + MARK.length())));
        }
        throw new ModelNotFoundException(
                "There is no model '%s' here: this one is %s, or %s@ with a threshold in nats."
                        .formatted(name, base, base));
    }

    /**
     * What a name asks for.
     *
     * @param tau the threshold behind it
     */
    record Asked(Optional<String> tau) {

        /** The strategy that a request asks for, by its parameters and this name. */
        StrategyText of(GlimpRouterChatRequestParameters wanted) {
            if (tau.isPresent() && wanted.tau().isPresent()) {
                throw new RequestException(
                        "tau is given twice: leave it out of the model's name, or of the parameters.");
            }
            return new StrategyText(
                    wanted.strategy(), tau.or(() -> wanted.tau().map(String::valueOf)));
        }
    }
}
