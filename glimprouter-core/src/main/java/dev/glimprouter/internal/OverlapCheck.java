package dev.glimprouter.internal;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.Strategy;

/** Refuses an overlap of both models that could do nothing, or only harm. */
final class OverlapCheck {

    private OverlapCheck() {}

    static void check(GlimpRouter router) {
        if (router.config().ahead()) {
            require("--ahead", router);
        }
        if (router.config().race()) {
            require("--race", router);
            if (!(router.strategy() instanceof ProbeThenDispatch)) {
                throw new RequestException(
                        "--race needs a strategy that decides before a step, such as glimpse, and %s does not: leave it out."
                                .formatted(router.strategy().name()));
            }
        }
    }

    private static void require(String option, GlimpRouter router) {
        Strategy strategy = router.strategy();
        if (strategy.writers().size() < 2 || strategy.byToken()) {
            throw new RequestException(
                    "%s needs two models that write whole steps, and %s has none: leave it out."
                            .formatted(option, strategy.name()));
        }
        if (router.engine(Writer.SMALL).sharesProcessor()
                && router.engine(Writer.LARGE).sharesProcessor()) {
            throw new RequestException(
                    "%s needs models that can work at the same time, and both compute on this processor: use servers, or --gpu-layers, or leave it out."
                            .formatted(option));
        }
    }
}
