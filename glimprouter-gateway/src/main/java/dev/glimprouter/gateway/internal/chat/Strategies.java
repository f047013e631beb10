package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.gateway.Offer;
import dev.glimprouter.gateway.Profile;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.expression.StrategyExpression;
import dev.glimprouter.strategy.expression.StrategyText;

import java.util.Locale;

/**
 * The strategies that clients may ask for: those for which the engines are set up, and none that
 * names a back end of its own.
 *
 * @param offer what there is
 */
record Strategies(Offer offer) {

    private static final String FIELD = Extension.FIELD + ".strategy";
    private static final String TAU = Extension.FIELD + ".tau";
    private static final int LONGEST = 512;

    /** A parameter that is an address; addresses come from the gateway's owner only. */
    private static final String ADDRESS = "reward";

    /** A new strategy for one question. */
    Strategy strategy(ChatRequest request, Profile profile, RouterConfig rules) {
        Extension said = request.extension();
        said.strategy().ifPresent(Strategies::requireHarmless);
        String field = said.strategy().isPresent() ? FIELD : tauField(request);
        Strategy strategy =
                Planner.blame(
                        field,
                        () ->
                                new StrategyText(said.strategy(), said.tau())
                                        .over(profile.strategy())
                                        .over(offer.strategy())
                                        .strategy());
        require(strategy, field, rules);
        return strategy;
    }

    private static String tauField(ChatRequest request) {
        return request.model().tau().isPresent() ? "model" : TAU;
    }

    private static void requireHarmless(String expression) {
        if (expression.length() > LONGEST) {
            throw Refusal.ofValue(
                    FIELD, "%s may have %d characters at most.".formatted(FIELD, LONGEST));
        }
        if (Planner.blame(FIELD, () -> StrategyExpression.parse(expression)).gives(ADDRESS)) {
            throw Refusal.unsupported(
                    FIELD, "%s: %s is set by the gateway's owner only.".formatted(FIELD, ADDRESS));
        }
    }

    private void require(Strategy strategy, String field, RouterConfig rules) {
        Planner.blame(
                field,
                () -> {
                    rules.mode().require(strategy);
                    return strategy;
                });
        for (Writer writer : rules.models(strategy)) {
            String name = writer.name().toLowerCase(Locale.ROOT);
            if (!offer.engines().containsKey(writer)) {
                throw Refusal.unsupported(
                        field,
                        "%s: the strategy %s needs a %s model, and there is none here."
                                .formatted(field, strategy.name(), name));
            }
            if (strategy.branches(writer) > offer.branches().getOrDefault(writer, 0)) {
                throw Refusal.unsupported(
                        field,
                        "%s: the strategy %s needs %d branches of the %s model, more than are set up here."
                                .formatted(
                                        field, strategy.name(), strategy.branches(writer), name));
            }
        }
    }
}
