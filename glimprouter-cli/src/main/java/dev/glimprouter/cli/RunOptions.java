package dev.glimprouter.cli;

import dev.glimprouter.strategy.RouterConfig;

import picocli.CommandLine.ArgGroup;

import java.util.function.LongSupplier;

/** The options that {@code ask} and {@code chat} share, in the groups of their help. */
final class RunOptions {

    @ArgGroup(validate = false, order = 1, heading = "%nModels:%n")
    ModelOptions models = new ModelOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nStrategy:%n")
    StrategyOptions strategy = new StrategyOptions();

    @ArgGroup(validate = false, order = 3, heading = "%nLimits:%n")
    LimitOptions limits = new LimitOptions();

    @ArgGroup(validate = false, order = 4, heading = "%nSampling:%n")
    SamplingOptions sampling = new SamplingOptions();

    @ArgGroup(validate = false, order = 5, heading = "%nQuestion:%n")
    InstructionOption instruction = new InstructionOption();

    @ArgGroup(validate = false, order = 6, heading = "%nEngine:%n")
    EngineSettings engine = new EngineSettings();

    /** The rules that were asked for. */
    RouterConfig config(LongSupplier randomSeeds) {
        long seed = sampling.seed == null ? randomSeeds.getAsLong() : sampling.seed;
        RouterConfig config = RouterConfig.DEFAULT.withSampling(sampling.sampling()).withSeed(seed);
        return limits.apply(config);
    }
}
