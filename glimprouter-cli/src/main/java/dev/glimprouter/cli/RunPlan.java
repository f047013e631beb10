package dev.glimprouter.cli;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.cli.config.Calibrated;
import dev.glimprouter.cli.config.Config;
import dev.glimprouter.cli.config.EngineConfig;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.eval.run.Prompting;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.expression.StrategyText;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What the options of {@code ask} and {@code chat} and their file ask for, checked before a model
 * is opened.
 *
 * @param world where it runs
 * @param file what the file says
 * @param written how steps get written
 * @param calibrated the profile that said it; empty where it was written out
 * @param rules the rules
 * @param refs the models that the strategy needs
 * @param engine how they are run
 * @param instruction system message, blank for none
 */
record RunPlan(
        World world,
        Config file,
        StrategyText written,
        Optional<Calibrated> calibrated,
        RouterConfig rules,
        Map<Writer, ModelRef> refs,
        EngineConfig engine,
        String instruction) {

    static RunPlan of(World world, RunOptions options) {
        return of(world, options, options.config.read(world.models()));
    }

    /** The same with what a file says now. */
    static RunPlan of(World world, RunOptions options, Config file) {
        Optional<Calibrated> calibrated = options.strategy.calibrated(file);
        StrategyText written =
                calibrated
                        .map(Calibrated::text)
                        .orElseGet(() -> options.strategy.over(file.strategy()));
        Strategy strategy = written.strategy();
        RouterConfig rules = options.rules(file, world.seeds());
        rules.mode().require(strategy);
        EngineConfig engine = options.engine.over(file.engine());
        String instruction = options.instruction.over(file.instruction());
        Map<Writer, ModelRef> refs = options.refs(world, file, rules.models(strategy));
        return new RunPlan(world, file, written, calibrated, rules, refs, engine, instruction);
    }

    /**
     * Opens the models for one question at a time.
     *
     * @param headTokens room for everything before the reasoning
     * @param trace what has to be closed if that is cut off
     */
    EngineRoom open(int headTokens, TraceFile trace) {
        return open(headTokens, 1, written.strategy()::branches, trace::close);
    }

    /**
     * Opens the models.
     *
     * @param headTokens room for everything before the reasoning
     * @param parallel how many questions at a time
     * @param branches how many branches all questions together need of each model
     * @param lastWords what has to be done if that is cut off
     */
    EngineRoom open(
            int headTokens, int parallel, ToIntFunction<Writer> branches, Runnable lastWords) {
        return Setup.interruptible(
                world, lastWords, () -> openUnwatched(headTokens, parallel, branches));
    }

    /** The same where something else is at hand that a signal is to end. */
    EngineRoom openUnwatched(int headTokens, int parallel, ToIntFunction<Writer> branches) {
        EngineOptions options =
                engine.optionsFor(HeadRoom.context(headTokens, rules)).withSessions(parallel);
        EngineRoom room = EngineRoom.open(world, refs, options, branches, rules.largeDown());
        warn(room);
        return room;
    }

    /** Says where these are not the models, or this is not the prompting, of the profile. */
    void warn(EngineRoom room) {
        calibrated.ifPresent(by -> room.warn(by, new Prompting(instruction, "")));
    }

    /** Whether the profile, or what it has to fit beside the models, is that of another plan. */
    boolean warnsAs(RunPlan other) {
        return calibrated.equals(other.calibrated) && instruction.equals(other.instruction);
    }

    GlimpRouter router(EngineRoom room) {
        return new GlimpRouter(room.engines(), written.strategy(), rules, world.time());
    }
}
