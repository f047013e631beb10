package dev.glimprouter.cli;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Strategy;

import java.util.Map;

/**
 * What the options of {@code ask} and {@code chat} ask for, checked before a model is opened.
 *
 * @param world where it runs
 * @param strategy how steps get written
 * @param config the rules
 * @param refs the models that the strategy needs
 * @param settings how they are run
 */
record RunPlan(
        World world,
        Strategy strategy,
        RouterConfig config,
        Map<Writer, ModelRef> refs,
        EngineSettings settings) {

    static RunPlan of(World world, RunOptions options) {
        Strategy strategy = options.strategy.strategy();
        RouterConfig config = options.config(world.seeds());
        Map<Writer, ModelRef> refs =
                EngineRoom.refs(world.models(), options.models, strategy.writers());
        return new RunPlan(world, strategy, config, refs, options.engine);
    }

    /**
     * How to run the models.
     *
     * @param headTokens room for everything before the reasoning
     */
    EngineOptions engines(int headTokens) {
        long needed = (long) headTokens + config.budget() + config.answerLimit();
        return settings.options((int) Math.min(Integer.MAX_VALUE, needed));
    }

    /**
     * Opens the models.
     *
     * @param trace what has to be closed if that is cut off
     */
    EngineRoom open(EngineOptions engines, TraceFile trace) {
        return Setup.open(world, refs, engines, trace);
    }

    GlimpRouter router(EngineRoom room) {
        return new GlimpRouter(room.engines(), strategy, config, world.time());
    }
}
